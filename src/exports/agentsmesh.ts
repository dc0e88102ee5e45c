export type * from "../../generated/agentsmesh/types.ts";
export { type AgentsMeshClient, createAgentsMeshClient } from "../client/agentsmesh.ts";
export type { ClientOptions } from "../client/api-client.ts";
export { ClientError, type ClientErrorKind } from "../client/client-error.ts";
