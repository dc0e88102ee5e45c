import type { PulumiRequirementId } from "../../../generated/pulumi/requirements.ts";
import type { PulumiStore } from "../../../src/reference/pulumi/store.ts";
import type { Mutant } from "../../proof/mutant.ts";
import { authenticationMutants } from "./authentication.ts";
import { lifecycleMutants } from "./lifecycle.ts";
import { listsMutants } from "./lists.ts";
import { refusalsMutants } from "./refusals.ts";
import { shapesMutants } from "./shapes.ts";
import { transportMutants } from "./transport.ts";
import { validationMutants } from "./validation.ts";

/** The API has no pages, so no mutant is about pagination. */
export const mutants: readonly Mutant<PulumiStore, PulumiRequirementId>[] = [
  ...lifecycleMutants,
  ...listsMutants,
  ...shapesMutants,
  ...refusalsMutants,
  ...validationMutants,
  ...authenticationMutants,
  ...transportMutants,
];
