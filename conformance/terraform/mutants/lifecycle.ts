import { creationMutants } from "./lifecycle-creation.ts";
import { deletionMutants } from "./lifecycle-deletion.ts";
import { updateMutants } from "./lifecycle-update.ts";
import type { TerraformMutant } from "./terraform-mutant.ts";

export const lifecycleMutants: readonly TerraformMutant[] = [...creationMutants, ...updateMutants, ...deletionMutants];
