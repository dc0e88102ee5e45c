import type { PulumiRequirementId } from "../../../generated/pulumi/requirements.ts";
import type { PulumiStore } from "../../../src/reference/pulumi/store.ts";
import type { Mutant } from "../../proof/mutant.ts";
import { creationMutants } from "./lifecycle-creation.ts";
import { deletionMutants } from "./lifecycle-deletion.ts";
import { updateMutants } from "./lifecycle-update.ts";

export const lifecycleMutants: readonly Mutant<PulumiStore, PulumiRequirementId>[] = [
  ...creationMutants,
  ...updateMutants,
  ...deletionMutants,
];
