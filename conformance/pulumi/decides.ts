import type { PulumiRequirementId } from "../../generated/pulumi/requirements.ts";

/** Requirements that the derived checks decide, by `operationId/topic`. */
export const decides = {
  "listAgentPools/refuses-unknown-organization": [
    "list-agent-pools.unknown-organization-refused",
    "list-agent-pools.organization-not-found",
  ],
  "listAgentPools/refuses-missing-token": ["list-agent-pools.bad-token-refused", "list-agent-pools.unauthorized"],
  "listAgentPools/refuses-bad-token": ["list-agent-pools.bad-token-refused", "list-agent-pools.unauthorized"],
  "createAgentPool/refuses-unknown-organization": [
    "create-agent-pool.unknown-organization-refused",
    "create-agent-pool.organization-not-found",
  ],
  "createAgentPool/refuses-missing-token": ["create-agent-pool.bad-token-refused", "create-agent-pool.unauthorized"],
  "createAgentPool/refuses-bad-token": ["create-agent-pool.bad-token-refused", "create-agent-pool.unauthorized"],
  "createAgentPool/refuses-missing-name": ["create-agent-pool.name-needed"],
  "createAgentPool/refuses-wrong-type-name": ["create-agent-pool.wrong-type-refused", "create-agent-pool.malformed"],
  "createAgentPool/refuses-wrong-type-description": [
    "create-agent-pool.wrong-type-refused",
    "create-agent-pool.malformed",
  ],
  "createAgentPool/refuses-malformed-json": ["create-agent-pool.malformed-refused", "create-agent-pool.malformed"],
  "createAgentPool/refuses-empty-body": ["create-agent-pool.malformed-refused", "create-agent-pool.malformed"],
  "createAgentPool/keeps-all-when-refusing": ["create-agent-pool.bad-token-refused"],
  "createAgentPool/keeps-what-it-creates": ["create-agent-pool.keeps-name", "create-agent-pool.keeps-description"],
  "getAgentPool/refuses-unknown-organization": [
    "get-agent-pool.unknown-organization-refused",
    "get-agent-pool.not-found",
  ],
  "getAgentPool/refuses-unknown-pool-id": ["get-agent-pool.unknown-pool-refused", "get-agent-pool.not-found"],
  "getAgentPool/refuses-missing-token": ["get-agent-pool.bad-token-refused", "get-agent-pool.unauthorized"],
  "getAgentPool/refuses-bad-token": ["get-agent-pool.bad-token-refused", "get-agent-pool.unauthorized"],
  "updateAgentPool/refuses-unknown-organization": [
    "update-agent-pool.unknown-organization-refused",
    "update-agent-pool.not-found",
  ],
  "updateAgentPool/refuses-unknown-pool-id": ["update-agent-pool.unknown-pool-refused", "update-agent-pool.not-found"],
  "updateAgentPool/refuses-missing-token": ["update-agent-pool.bad-token-refused", "update-agent-pool.unauthorized"],
  "updateAgentPool/refuses-bad-token": ["update-agent-pool.bad-token-refused", "update-agent-pool.unauthorized"],
  "updateAgentPool/refuses-wrong-type-name": ["update-agent-pool.wrong-type-refused", "update-agent-pool.malformed"],
  "updateAgentPool/refuses-wrong-type-description": [
    "update-agent-pool.wrong-type-refused",
    "update-agent-pool.malformed",
  ],
  "updateAgentPool/refuses-malformed-json": ["update-agent-pool.malformed-refused", "update-agent-pool.malformed"],
  "updateAgentPool/refuses-empty-body": ["update-agent-pool.malformed-refused", "update-agent-pool.malformed"],
  "updateAgentPool/keeps-all-when-refusing": ["update-agent-pool.bad-token-refused"],
  "updateAgentPool/keeps-what-it-changes": ["update-agent-pool.updates"],
  "deleteAgentPool/refuses-unknown-organization": [
    "delete-agent-pool.unknown-organization-refused",
    "delete-agent-pool.not-found",
  ],
  "deleteAgentPool/refuses-unknown-pool-id": ["delete-agent-pool.unknown-pool-refused", "delete-agent-pool.not-found"],
  "deleteAgentPool/refuses-missing-token": ["delete-agent-pool.bad-token-refused", "delete-agent-pool.unauthorized"],
  "deleteAgentPool/refuses-bad-token": ["delete-agent-pool.bad-token-refused", "delete-agent-pool.unauthorized"],
  "deleteAgentPool/keeps-all-when-refusing": ["delete-agent-pool.bad-token-refused"],
  "deleteAgentPool/forgets-what-it-deletes": ["delete-agent-pool.gone-from-get", "delete-agent-pool.gone-from-list"],
} as const satisfies Record<string, readonly PulumiRequirementId[]>;
