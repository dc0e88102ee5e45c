import type { AgentsmeshRequirementId } from "../../generated/agentsmesh/requirements.ts";

/** Requirements that the derived checks decide, by `operationId/topic`. */
export const decides = {
  "listRunners/refuses-missing-token": ["api.missing-key", "api.unauthorized-status"],
  "listRunners/refuses-bad-token": ["api.invalid-key", "api.unauthorized-status"],
  "listAvailableRunners/refuses-missing-token": ["api.missing-key", "api.unauthorized-status"],
  "listAvailableRunners/refuses-bad-token": ["api.invalid-key", "api.unauthorized-status"],
  "getRunner/refuses-unknown-id": ["get-runner.unknown-runner", "get-runner.unknown-runner-status"],
  "getRunner/refuses-missing-token": ["api.missing-key", "api.unauthorized-status"],
  "getRunner/refuses-bad-token": ["api.invalid-key", "api.unauthorized-status"],
  "getRunner/refuses-wrong-type-id": ["get-runner.malformed-id", "get-runner.malformed-id-status"],
  "listRunnerPods/takes-status": ["list-runner-pods.success"],
  "listRunnerPods/refuses-unknown-id": ["list-runner-pods.unknown-runner", "list-runner-pods.unknown-runner-status"],
  "listRunnerPods/refuses-missing-token": ["api.missing-key", "api.unauthorized-status"],
  "listRunnerPods/refuses-bad-token": ["api.invalid-key", "api.unauthorized-status"],
  "listRunnerPods/refuses-wrong-type-id": ["list-runner-pods.malformed-id", "list-runner-pods.malformed-id-status"],
  "listRunnerPods/refuses-wrong-type-limit": [
    "list-runner-pods.limit-malformed",
    "list-runner-pods.limit-malformed-status",
  ],
  "listRunnerPods/refuses-wrong-type-offset": [
    "list-runner-pods.offset-malformed",
    "list-runner-pods.offset-malformed-status",
  ],
  "listRunnerPods/survives-odd-limit": ["api.no-server-error", "list-runner-pods.limit-negative"],
  "listRunnerPods/survives-odd-offset": ["api.no-server-error", "list-runner-pods.offset-negative"],
  "listRunnerPods/walks-every-page": [
    "list-runner-pods.pages",
    "list-runner-pods.total-of-all-pages",
    "list-runner-pods.offset",
    "list-runner-pods.limit",
  ],
} as const satisfies Record<string, readonly AgentsmeshRequirementId[]>;
