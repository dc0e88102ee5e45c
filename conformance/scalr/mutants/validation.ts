import type { ScalrRequirementId } from "../../../generated/scalr/requirements.ts";
import type { ScalrStore } from "../../../src/reference/scalr/store.ts";
import type { Mutant } from "../../proof/mutant.ts";
import { bodyMutants } from "./validation-bodies.ts";
import { relationshipMutants } from "./validation-relationships.ts";
import { requestMutants } from "./validation-requests.ts";

export const validationMutants: readonly Mutant<ScalrStore, ScalrRequirementId>[] = [
  ...bodyMutants,
  ...relationshipMutants,
  ...requestMutants,
];
