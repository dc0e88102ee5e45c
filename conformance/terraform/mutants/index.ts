import { authenticationMutants } from "./authentication.ts";
import { lifecycleMutants } from "./lifecycle.ts";
import { listsMutants } from "./lists.ts";
import { paginationMutants } from "./pagination.ts";
import { refusalsMutants } from "./refusals.ts";
import { shapesMutants } from "./shapes.ts";
import type { TerraformMutant } from "./terraform-mutant.ts";
import { transportMutants } from "./transport.ts";
import { validationMutants } from "./validation.ts";

export const mutants: readonly TerraformMutant[] = [
  ...lifecycleMutants,
  ...listsMutants,
  ...paginationMutants,
  ...shapesMutants,
  ...refusalsMutants,
  ...validationMutants,
  ...authenticationMutants,
  ...transportMutants,
];
