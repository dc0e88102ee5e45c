import type { ScalrRequirementId } from "../../../generated/scalr/requirements.ts";
import type { ScalrStore } from "../../../src/reference/scalr/store.ts";
import type { Mutant } from "../../proof/mutant.ts";
import { documentMutants } from "./shapes-documents.ts";
import { poolMutants } from "./shapes-pools.ts";
import { relationshipMutants } from "./shapes-relationships.ts";

export const shapesMutants: readonly Mutant<ScalrStore, ScalrRequirementId>[] = [
  ...poolMutants,
  ...relationshipMutants,
  ...documentMutants,
];
