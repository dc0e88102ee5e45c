import type { ScalrRequirementId } from "../../../generated/scalr/requirements.ts";
import type { ScalrStore } from "../../../src/reference/scalr/store.ts";
import type { Mutant } from "../../proof/mutant.ts";
import { creationMutants } from "./lifecycle-creation.ts";
import { deletionMutants } from "./lifecycle-deletion.ts";
import { detailMutants } from "./lifecycle-details.ts";
import { updateMutants } from "./lifecycle-update.ts";
import { workspaceMutants } from "./lifecycle-workspaces.ts";

export const lifecycleMutants: readonly Mutant<ScalrStore, ScalrRequirementId>[] = [
  ...creationMutants,
  ...updateMutants,
  ...workspaceMutants,
  ...deletionMutants,
  ...detailMutants,
];
