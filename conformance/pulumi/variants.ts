import type { PulumiStore } from "../../src/reference/pulumi/store.ts";
import type { Variant } from "../proof/variant.ts";
import { combinedVariants } from "./variants/combined.ts";
import { momentVariants } from "./variants/moments.ts";
import { otherVariants } from "./variants/others.ts";
import { poolVariants } from "./variants/pools.ts";
import { refusalVariants } from "./variants/refusals.ts";
import { wireVariants } from "./variants/wire.ts";

/** Answers are compressed only on a real socket, so none of these compresses. */
export const variants: readonly Variant<PulumiStore>[] = [
  ...wireVariants,
  ...refusalVariants,
  ...momentVariants,
  ...poolVariants,
  ...otherVariants,
  ...combinedVariants,
];
