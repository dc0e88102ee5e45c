import type { TerraformRequirementId } from "../../generated/terraform/requirements.ts";
import { isSuccess } from "../../src/contract/judge-response.ts";
import { type Check, check } from "../kit/check.ts";
import type { CheckContext } from "../kit/context.ts";
import type { Ask } from "../kit/exchange.ts";
import type { FurtherToken } from "../kit/known-token.ts";
import { expectRefusal, type Witness, watch } from "./refusal.ts";

/** Per operation: what it does, the row about users who may not, the statuses that fit, and the row about these. */
const operations = {
  listAgentPools: { does: "list pools", row: "list-agent-pools.foreign-organization", statuses: [404, 403] },
  listAgents: { does: "list agents", row: "list-agents.unauthorized", statuses: [404] },
  showAgentPool: { does: "show a pool", row: "show-agent-pool.unauthorized", statuses: [404] },
  showAgent: { does: "show an agent", row: "show-agent.unauthorized", statuses: [404] },
  deleteAgent: { does: "delete an agent", row: "delete-agent.unauthorized", statuses: [404] },
  createAgentPool: { does: "create a pool", row: "create-agent-pool.unauthorized", statuses: [404] },
  updateAgentPool: { does: "change a pool", row: "update-agent-pool.unauthorized", statuses: [404] },
  deleteAgentPool: {
    does: "delete a pool",
    row: "delete-agent-pool.foreign-pool",
    statuses: [404],
    // The page has no table for this operation; whoever may see the pool may as well be told why it stays.
    limitedStatuses: [404, 403],
    statusRow: "delete-agent-pool.not-found",
  },
} as const satisfies Record<
  string,
  {
    does: string;
    row: TerraformRequirementId;
    statuses: readonly number[];
    limitedStatuses?: readonly number[];
    statusRow?: TerraformRequirementId;
  }
>;

export type OperationId = keyof typeof operations;
type WriteId = "deleteAgent" | "createAgentPool" | "updateAgentPool" | "deleteAgentPool";

/** A user who has no part in the organization gets at nothing of it. */
export function refusesOtherToken(operationId: OperationId): Omit<Check, "level"> {
  const { does } = operations[operationId];
  return userCheck(operationId, {
    topic: "refuses-other-token",
    title: `refuse to ${does} for a user of another organization`,
    user: "otherToken",
    absent: "no token of another organization's user was given",
    because: "as this user has no part in the organization",
    isStranger: true,
  });
}

/** A user of the organization who may not write changes nothing of it. */
export function refusesLimitedToken(operationId: WriteId): Omit<Check, "level"> {
  const { does } = operations[operationId];
  return userCheck(operationId, {
    topic: "refuses-limited-token",
    title: `refuse to ${does} for a user who may not write`,
    user: "limitedToken",
    absent: "no token of a user without permission to write was given",
    because: "as this user may not write",
    isStranger: false,
  });
}

interface UserCheck {
  readonly topic: string;
  readonly title: string;
  readonly user: FurtherToken;
  readonly absent: string;
  readonly because: string;
  /** Whether the user is to be told nothing at all, not even why an agent cannot be deleted by anybody. */
  readonly isStranger: boolean;
}

const isRead = (operationId: OperationId) => /^(list|show)/.test(operationId);

function userCheck(
  operationId: OperationId,
  { topic, title, user, absent, because, isStranger }: UserCheck,
): Omit<Check, "level"> {
  const { does: _, row: requirement, ...further } = operations[operationId];
  const rows = "statusRow" in further ? [requirement, further.statusRow] : [requirement];
  return check<TerraformRequirementId>(`terraform/${operationId}/${topic}`, {
    title,
    decides: [...rows, "errors.no-data", ...(isRead(operationId) ? [] : (["errors.nothing-changed"] as const))],
    needs: isRead(operationId) ? ["state"] : ["write", "state"],
    // No other check may delete the agent meanwhile, or it would be missed for that.
    isAlone: operationId === "deleteAgent",
    async run(context) {
      const token = await context.knownToken(user, absent);
      const asks = await rightAsks(context, operationId);
      for (const right of isStranger ? asks : asks.slice(0, 1)) {
        const witness =
          operationId === "deleteAgent" ? agentWitness(context, right) : await watch(context, operationId, right);
        const refused = await expectRefusal(context, {
          operationId,
          ask: { ...right, token },
          requirement,
          because,
          ...further,
          ...(!isStranger && "limitedStatuses" in further && { statuses: further.limitedStatuses }),
        });
        await witness.expectUnchanged(refused);
        if (isSuccess(refused.answer.status)) return;
        // Deleting an agent would use up a fixture; that it is shown to the right user tells as much.
        if (operationId === "deleteAgent") await context.control("showAgent", right);
        else await context.control(operationId, right);
      }
    },
  });
}

/** An agent that may be deleted best shows who may delete it; but whoever may not is to be told nothing of any. */
async function rightAsks(context: CheckContext, operationId: OperationId): Promise<readonly Ask[]> {
  if (operationId !== "deleteAgent") return [await context.validAsk(operationId)];
  const ids = ["deletableAgent", "idleAgent", "busyAgent"].flatMap((name) => context.fixture(name) ?? []);
  const lacks = "deletableAgent";
  if (ids.length === 0) context.unverified(`there is no fixture ${lacks}: pass --fixture ${lacks}=ID`, lacks);
  // One that is not there, and not only hidden, shows nothing by being refused.
  for (const agent_id of ids) await context.prepare("showAgent", { path: { agent_id } });
  return ids.map((agent_id) => ({ path: { agent_id } }));
}

function agentWitness(context: CheckContext, { path = {} }: Ask): Witness {
  return {
    expectUnchanged: async ({ answer }) => {
      const exchange = await context.judge("showAgent", { path }, "either");
      const { status } = exchange.answer;
      if (isSuccess(status)) return;
      const expected = `200 for the agent ${path.agent_id} after its deletion was answered ${answer.status}`;
      context.breach("errors.nothing-changed", { exchange, place: "status", expected, got: String(status) });
    },
  };
}
