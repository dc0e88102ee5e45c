import type { paths } from "../../generated/agentsmesh/types.ts";
import { agentsmesh } from "../apis/agentsmesh.ts";
import { type ApiClient, type ClientOptions, createApiClient } from "./api-client.ts";

export type AgentsMeshClient = ApiClient<paths, "application/json">;

/** A typed client of the AgentsMesh API as documented. `baseUrl` ends before the first path segment: `…/api/v1/ext/orgs/{slug}`. */
export function createAgentsMeshClient(options: ClientOptions<typeof agentsmesh>): AgentsMeshClient {
  return createApiClient<paths, "application/json", typeof agentsmesh>(agentsmesh, options);
}
