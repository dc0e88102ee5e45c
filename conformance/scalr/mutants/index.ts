import type { ScalrRequirementId } from "../../../generated/scalr/requirements.ts";
import type { ScalrStore } from "../../../src/reference/scalr/store.ts";
import type { Mutant } from "../../proof/mutant.ts";
import { authenticationMutants } from "./authentication.ts";
import { lifecycleMutants } from "./lifecycle.ts";
import { listsMutants } from "./lists.ts";
import { paginationMutants } from "./pagination.ts";
import { refusalsMutants } from "./refusals.ts";
import { shapesMutants } from "./shapes.ts";
import { transportMutants } from "./transport.ts";
import { validationMutants } from "./validation.ts";

export const mutants: readonly Mutant<ScalrStore, ScalrRequirementId>[] = [
  ...lifecycleMutants,
  ...listsMutants,
  ...paginationMutants,
  ...shapesMutants,
  ...refusalsMutants,
  ...validationMutants,
  ...authenticationMutants,
  ...transportMutants,
];
