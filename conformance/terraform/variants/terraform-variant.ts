import type { TerraformStore } from "../../../src/reference/terraform/store.ts";
import type { Variant } from "../../proof/variant.ts";

export type TerraformVariant = Variant<TerraformStore>;
