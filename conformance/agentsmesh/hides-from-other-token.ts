import type { AgentsmeshRequirementId } from "../../generated/agentsmesh/requirements.ts";
import { valueAt } from "../../src/contract/json-pointer.ts";
import { isSuccess } from "../../src/contract/judge-response.ts";
import { type Check, check } from "../kit/check.ts";
import type { CheckContext } from "../kit/context.ts";
import type { Exchange } from "../kit/exchange.ts";

const operations = {
  listRunners: { what: "its runners", requirement: "list-runners.own-organization", things: "/runners" },
  getRunner: { what: "a runner", requirement: "get-runner.foreign-runner", things: "/runner" },
  listAvailableRunners: {
    what: "its available runners",
    requirement: "list-available-runners.own-organization",
    things: "/runners",
  },
  listRunnerPods: { what: "its pods", requirement: "list-runner-pods.foreign-runner", things: "/pods" },
} as const satisfies Record<string, { what: string; requirement: AgentsmeshRequirementId; things: string }>;

/**
 * The key of another organization gets at nothing of this one. Where the base URL names no organization it may see its
 * own instead, even under the same ids; so what counts is whether it is shown something of ours.
 */
export function hidesFromOtherToken(operationId: keyof typeof operations): Omit<Check, "level"> {
  const { what, requirement, things } = operations[operationId];
  return check<AgentsmeshRequirementId>(`agentsmesh/${operationId}/hides-from-other-token`, {
    title: `hide ${what} from the key of another organization`,
    decides: [requirement],
    needs: ["state"],
    async run(context) {
      const token = await context.knownToken("otherToken", "no key of another organization was given");
      const right = await context.validAsk(operationId);
      const own = await context.control(operationId, right);
      const exchange = await context.judge(operationId, { ...right, token }, "either");
      const shown = identitiesIn(own, things).find((identity) => identitiesIn(exchange, things).includes(identity));
      if (shown !== undefined) {
        const expected = "a refusal, or nothing of this organization, for the key of another one";
        const got = `${shown} in an answer ${exchange.answer.status}`;
        context.breach(requirement, { exchange, pointer: things, expected, got });
      } else if (isSuccess(exchange.answer.status) && right.path?.id !== undefined) {
        await expectNamesake(context, requirement, exchange, right.path.id);
      }
    },
  });
}

/** An answer about a runner's id is fair where the other organization has a runner with that id itself. */
async function expectNamesake(
  context: CheckContext,
  requirement: AgentsmeshRequirementId,
  exchange: Exchange,
  id: string,
): Promise<void> {
  const ask = { path: { id }, token: context.otherToken ?? null };
  const { answer } = await context.judge("getRunner", ask, "either");
  if (isSuccess(answer.status)) return;
  const expected = `a refusal, as GET /runners/${id} is refused with ${answer.status} to the same key`;
  context.breach(requirement, { exchange, place: "status", expected, got: String(exchange.answer.status) });
}

/** What tells a thing of one organization from that of another under the same id or key. */
function identitiesIn({ json }: Exchange, pointer: string): string[] {
  const found = valueAt(json, pointer);
  return (Array.isArray(found) ? found : [found]).flatMap((thing) => {
    const [id, createdAt] = [valueAt(thing, "/id") ?? valueAt(thing, "/key"), valueAt(thing, "/created_at")];
    return id === undefined ? [] : [[id, valueAt(thing, "/name"), createdAt].filter(Boolean).join(" ")];
  });
}
