import type { ApiId } from "../apis/index.ts";
import { seedAgentsMesh } from "./agentsmesh/seed.ts";
import { createAgentsMeshService } from "./agentsmesh/service.ts";
import type { AgentsMeshStore } from "./agentsmesh/store.ts";
import { seedPulumi } from "./pulumi/seed.ts";
import { createPulumiService } from "./pulumi/service.ts";
import type { PulumiStore } from "./pulumi/store.ts";
import { seedScalr } from "./scalr/seed.ts";
import { createScalrService } from "./scalr/service.ts";
import type { ScalrStore } from "./scalr/store.ts";
import type { Service, Surroundings } from "./service.ts";
import { seedTerraform } from "./terraform/seed.ts";
import { createTerraformService } from "./terraform/service.ts";
import type { TerraformStore } from "./terraform/store.ts";

/** What each API's server keeps. */
export interface Stores {
  readonly terraform: TerraformStore;
  readonly scalr: ScalrStore;
  readonly pulumi: PulumiStore;
  readonly agentsmesh: AgentsMeshStore;
}

/** How the service of an API is made, and what is in it at first. */
export interface ServiceMaker<Store> {
  readonly seed: () => Store;
  readonly create: (surroundings: Surroundings, store: Store) => Service;
}

export const services: { readonly [Id in ApiId]: ServiceMaker<Stores[Id]> } = {
  terraform: { seed: seedTerraform, create: createTerraformService },
  scalr: { seed: seedScalr, create: createScalrService },
  pulumi: { seed: seedPulumi, create: createPulumiService },
  agentsmesh: { seed: seedAgentsMesh, create: createAgentsMeshService },
};
