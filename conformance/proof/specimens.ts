import type { ApiId } from "../../src/apis/index.ts";
import type { Stores } from "../../src/reference/services.ts";
import { mutants as agentsmeshMutants } from "../agentsmesh/mutants/index.ts";
import { variants as agentsmeshVariants } from "../agentsmesh/variants.ts";
import { mutants as pulumiMutants } from "../pulumi/mutants/index.ts";
import { variants as pulumiVariants } from "../pulumi/variants.ts";
import { mutants as scalrMutants } from "../scalr/mutants/index.ts";
import { variants as scalrVariants } from "../scalr/variants.ts";
import { mutants as terraformMutants } from "../terraform/mutants/index.ts";
import { variants as terraformVariants } from "../terraform/variants.ts";
import type { Mutant } from "./mutant.ts";
import type { Variant } from "./variant.ts";

/** Servers written by hand to try a suite: faulty ones, and ones that merely differ. */
export interface Specimens<Store> {
  readonly mutants: readonly Mutant<Store>[];
  readonly variants: readonly Variant<Store>[];
}

export const specimens: { readonly [Id in ApiId]: Specimens<Stores[Id]> } = {
  terraform: { mutants: terraformMutants, variants: terraformVariants },
  scalr: { mutants: scalrMutants, variants: scalrVariants },
  pulumi: { mutants: pulumiMutants, variants: pulumiVariants },
  agentsmesh: { mutants: agentsmeshMutants, variants: agentsmeshVariants },
};
