import type { ScalrRequirementId } from "../../generated/scalr/requirements.ts";
import { isSuccess } from "../../src/contract/judge-response.ts";
import { canonical } from "../derived/canonical.ts";
import { type Check, check } from "../kit/check.ts";
import type { CheckContext } from "../kit/context.ts";
import type { Ask, Exchange } from "../kit/exchange.ts";
import { endIfShown, seenByOwner } from "../kit/foreign-thing.ts";
import { factsOf } from "./pool-facts.ts";
import { changeAsk, createPool, lookAt, neededFixture, type OwnPool, poolIn } from "./pools.ts";
import { expectRefused, observeReading } from "./refusal.ts";

const operations = {
  getAgentPool: { does: "show", row: "get-agent-pool.unauthorized", statuses: [404] },
  updateAgentPool: { does: "change", row: "update-agent-pool.unauthorized", statuses: [403, 404] },
  deleteAgentPool: { does: "delete", row: "delete-agent-pool.unauthorized", statuses: [403, 404] },
} as const satisfies Record<string, { does: string; row: ScalrRequirementId; statuses: readonly number[] }>;

/** The pool of another account is out of reach. Its own user sees that it is, where the target names one. */
export function refusesForeignPool(operationId: keyof typeof operations): Omit<Check, "level"> {
  const { does, row, statuses } = operations[operationId];
  return check<ScalrRequirementId>(`scalr/${operationId}/refuses-foreign-pool`, {
    title: `refuse to ${does} a pool of another account`,
    decides: [row],
    needs: operationId === "getAgentPool" ? ["state"] : ["write", "state"],
    async run(context) {
      const id = neededFixture(context, "foreignPool");
      const foreign = { id, path: { agent_pool: id } };
      const thing = { fixture: "foreignPool", id, operationId: "getAgentPool", ask: { path: foreign.path } };
      if (operationId !== "getAgentPool") await endIfShown(context, thing);
      const before = outline(await seenByOwner(context, thing));
      const name = context.freshName();
      const askFor = (pool: Pick<OwnPool, "id" | "path">): Ask =>
        operationId === "updateAgentPool" ? changeAsk(pool, { name }) : { path: pool.path };
      const what = `${id}, which foreignPool names as one of another account`;
      const refusal = { requirement: row, operationId, ask: askFor(foreign), what, statuses };
      const exchange = await expectRefused(context, refusal);
      observeReading(context, `${operationId} of another account's pool: answered ${exchange.answer.status}`);
      const isRead = operationId === "getAgentPool";
      const after = isRead ? before : await outlineNow(context, foreign.path);
      if (before !== undefined && after !== before) {
        const expected = `${before} still, as its own user sees it`;
        context.breach(row, {
          exchange,
          expected,
          got: `${after ?? "nothing"} after it was answered ${exchange.answer.status}`,
        });
      }
      if (context.has("write")) await context.control(operationId, askFor(await createPool(context)));
    },
  });
}

async function outlineNow(context: CheckContext, path: OwnPool["path"]): Promise<string | undefined> {
  return context.otherToken === undefined
    ? undefined
    : outline(await lookAt(context, path, { token: context.otherToken }));
}

/** The scope and name of the foreign pool, as its own user sees it; its agents may come and go. */
function outline(exchange: Exchange | undefined): string | undefined {
  if (!exchange || !isSuccess(exchange.answer.status)) return undefined;
  const { id, name, account, environment } = factsOf(poolIn(exchange));
  return canonical({ id, name, account, environment });
}
