import type { ApiId } from "../apis/index.ts";
import { createAgentsMeshService } from "./agentsmesh/service.ts";
import { createPulumiService } from "./pulumi/service.ts";
import { createScalrService } from "./scalr/service.ts";
import type { Service, Surroundings } from "./service.ts";
import { createTerraformService } from "./terraform/service.ts";

/** Makes the service of each API, with its seed. */
export const services: Readonly<Record<ApiId, (surroundings: Surroundings) => Service>> = {
  terraform: createTerraformService,
  scalr: createScalrService,
  pulumi: createPulumiService,
  agentsmesh: createAgentsMeshService,
};
