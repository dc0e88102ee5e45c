import type { PulumiRequirementId } from "../../generated/pulumi/requirements.ts";
import { type Check, check } from "../kit/check.ts";
import { organizationPath } from "./pools.ts";
import { expectRefusals } from "./refusal.ts";

/** Per operation: what it does, and the row about those who may not do it; where it is about a pool, also the row about that. */
const operations = {
  createAgentPool: { does: "create a pool", requirement: "create-agent-pool.bad-token-refused", foreign: [] },
  updateAgentPool: {
    does: "change a pool",
    requirement: "update-agent-pool.bad-token-refused",
    foreign: ["update-agent-pool.foreign-pool-refused"],
  },
  deleteAgentPool: {
    does: "delete a pool",
    requirement: "delete-agent-pool.bad-token-refused",
    foreign: ["delete-agent-pool.foreign-pool-refused"],
  },
  getAgentPool: {
    does: "show a pool",
    requirement: "get-agent-pool.bad-token-refused",
    foreign: ["get-agent-pool.foreign-pool-refused"],
  },
  listAgentPools: { does: "list pools", requirement: "list-agent-pools.bad-token-refused", foreign: [] },
} as const satisfies Record<
  string,
  { does: string; requirement: PulumiRequirementId; foreign: readonly PulumiRequirementId[] }
>;

type OperationId = keyof typeof operations;

/** A user who does not belong to the organization gets at nothing of it. */
export function refusesOtherToken(operationId: OperationId): Omit<Check, "level"> {
  const { does, requirement, foreign } = operations[operationId];
  return check<PulumiRequirementId>(`pulumi/${operationId}/refuses-other-token`, {
    title: `refuse to ${does} for the user of another organization`,
    decides: [requirement, ...foreign],
    needs: operationId === "getAgentPool" || operationId === "listAgentPools" ? ["state"] : ["write", "state"],
    async run(context) {
      const token = await context.knownToken("otherToken", "no token of another organization's user was given");
      const right =
        operationId === "listAgentPools" ? { path: organizationPath(context) } : await context.validAsk(operationId);
      const wrongs = [{ ...right, token }];
      await expectRefusals(context, { operationId, requirement, wrongs, right });
    },
  });
}

/** A user of the organization who may not write changes nothing of it. */
export function refusesLimitedToken(
  operationId: Exclude<OperationId, "getAgentPool" | "listAgentPools">,
): Omit<Check, "level"> {
  const { does, requirement } = operations[operationId];
  return check<PulumiRequirementId>(`pulumi/${operationId}/refuses-limited-token`, {
    title: `refuse to ${does} for a user who may not write`,
    decides: [requirement],
    needs: ["write", "state"],
    async run(context) {
      const absent = "no token of a user without permission to write was given";
      const token = await context.knownToken("limitedToken", absent);
      const right = await context.validAsk(operationId);
      const wrongs = [{ ...right, token }];
      await expectRefusals(context, { operationId, requirement, wrongs, right });
    },
  });
}
