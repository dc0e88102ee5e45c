import type { AgentsmeshRequirementId } from "../../../generated/agentsmesh/requirements.ts";
import type { AgentsMeshStore } from "../../../src/reference/agentsmesh/store.ts";
import type { Mutant } from "../../proof/mutant.ts";
import { authenticationMutants } from "./authentication.ts";
import { listsMutants } from "./lists.ts";
import { paginationMutants } from "./pagination.ts";
import { refusalsMutants } from "./refusals.ts";
import { shapesMutants } from "./shapes.ts";
import { transportMutants } from "./transport.ts";
import { validationMutants } from "./validation.ts";

/** The API only reads, so no mutant is about what becomes of a resource. */
export const mutants: readonly Mutant<AgentsMeshStore, AgentsmeshRequirementId>[] = [
  ...listsMutants,
  ...paginationMutants,
  ...shapesMutants,
  ...refusalsMutants,
  ...validationMutants,
  ...authenticationMutants,
  ...transportMutants,
];
