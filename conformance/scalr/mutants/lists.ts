import type { ScalrRequirementId } from "../../../generated/scalr/requirements.ts";
import type { ScalrStore } from "../../../src/reference/scalr/store.ts";
import type { Mutant } from "../../proof/mutant.ts";
import { combinationMutants } from "./lists-combinations.ts";
import { filterMutants } from "./lists-filters.ts";
import { includeMutants } from "./lists-includes.ts";
import { sortingMutants } from "./lists-sorting.ts";

export const listsMutants: readonly Mutant<ScalrStore, ScalrRequirementId>[] = [
  ...filterMutants,
  ...sortingMutants,
  ...includeMutants,
  ...combinationMutants,
];
