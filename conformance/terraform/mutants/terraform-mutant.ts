import type { TerraformRequirementId } from "../../../generated/terraform/requirements.ts";
import type { TerraformStore } from "../../../src/reference/terraform/store.ts";
import type { Mutant } from "../../proof/mutant.ts";

export type TerraformMutant = Mutant<TerraformStore, TerraformRequirementId>;
