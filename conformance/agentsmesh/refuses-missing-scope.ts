import type { AgentsmeshRequirementId } from "../../generated/agentsmesh/requirements.ts";
import { describeValue } from "../../src/contract/describe-value.ts";
import { valueAt } from "../../src/contract/json-pointer.ts";
import { type Check, check } from "../kit/check.ts";
import type { CheckContext } from "../kit/context.ts";
import type { Exchange } from "../kit/exchange.ts";
import { Undecided } from "../kit/undecided.ts";
import { expectRefusal, expectStatus } from "./refusal.ts";

const operations = {
  listRunners: { does: "list runners", requirement: "list-runners.scope" },
  getRunner: { does: "show a runner", requirement: "get-runner.scope" },
  listAvailableRunners: { does: "list available runners", requirement: "list-available-runners.scope" },
  // What is asked for otherwise may be looked for otherwise.
  listRunnerPods: {
    does: "list pods",
    requirement: "list-runner-pods.scope",
    query: { status: "running", limit: "1", offset: "0" },
  },
} as const satisfies Record<
  string,
  { does: string; requirement: AgentsmeshRequirementId; query?: Readonly<Record<string, string>> }
>;

const scope = "runners:read";

/** The table of endpoints names a scope for each. */
export function refusesMissingScope(operationId: keyof typeof operations): Omit<Check, "level"> {
  const { does, requirement, query } = { query: undefined, ...operations[operationId] };
  return check<AgentsmeshRequirementId>(`agentsmesh/${operationId}/refuses-missing-scope`, {
    title: `refuse to ${does} for a key without ${scope}`,
    decides: [requirement, "api.missing-scope-status", "error.required-scopes"],
    provokes: ["403"],
    needs: ["state"],
    async run(context) {
      const token = await context
        .knownToken("limitedToken", `no key without the scope ${scope} was given`)
        .catch((error) => skipUnknown(context, error));
      const right = await context.validAsk(operationId);
      const wrong = { ...right, token };
      const exchange = await expectRefusal(context, requirement, operationId, wrong);
      if (query) await expectRefusal(context, requirement, operationId, { ...wrong, query });
      await context.control(operationId, right);
      expectStatus(context, "api.missing-scope-status", exchange, [403]);
      if (exchange.answer.status === 403) observeScopes(context, exchange);
    },
  });
}

/**
 * All that the page has needs the scope, and it gives no status to whom it lacks. Where that is the one of a bad token,
 * nothing tells the two apart, and no server can be asked for more.
 */
function skipUnknown(context: CheckContext, error: unknown): never {
  if (!(error instanceof Undecided) || error.verdict !== "unverified") throw error;
  return context.skip(error.message, error.lacks);
}

/** The page says nothing of errors, so it is only told whether the scope is named where the live service names it. */
function observeScopes(context: CheckContext, { json }: Exchange): void {
  const named = valueAt(json, "/required_scopes");
  const isNamed = Array.isArray(named) && named.includes(scope);
  const text = `required_scopes of a refusal is ${isNamed ? `["${scope}"]` : describeValue(named)}`;
  context.observe({ kind: "reading", pointer: "", text });
}
