import type { ScalrRequirementId } from "../../generated/scalr/requirements.ts";
import { type Check, check } from "../kit/check.ts";
import type { CheckContext } from "../kit/context.ts";
import type { Ask, Exchange } from "../kit/exchange.ts";
import { expectShown, newFacts } from "./pool-facts.ts";
import { expectExactly } from "./pool-list.ts";
import { changeAsk, createPool, poolBody, type Scope } from "./pools.ts";
import { expectRefused, observeReading, refusalRows } from "./refusal.ts";

type OperationId = "createAgentPool" | "getAgentPool" | "updateAgentPool" | "deleteAgentPool";

interface Unauthorized {
  readonly does: string;
  readonly row: ScalrRequirementId;
  /** Statuses that the page has for a user who may not do it. */
  readonly statuses: readonly number[];
}

const unauthorized = {
  createAgentPool: { does: "create a pool", row: "create-agent-pool.unauthorized", statuses: [403] },
  getAgentPool: { does: "show a pool", row: "get-agent-pool.unauthorized", statuses: [404] },
  updateAgentPool: { does: "change a pool", row: "update-agent-pool.unauthorized", statuses: [403, 404] },
  deleteAgentPool: { does: "delete a pool", row: "delete-agent-pool.unauthorized", statuses: [403, 404] },
} as const satisfies Record<OperationId, Unauthorized>;

/** A user of another account gets at nothing of this one. */
export function refusesOtherToken(operationId: OperationId): Omit<Check, "level"> {
  const { does, row, statuses } = unauthorized[operationId];
  return check<ScalrRequirementId>(`scalr/${operationId}/refuses-other-token`, {
    title: `refuse to ${does} for a user of another account`,
    decides: [row, ...refusalRows, "errors.nothing-changed"],
    needs: ["write", "state"],
    async run(context) {
      const token = await context.knownToken("otherToken", "no token of another account's user was given");
      // Of an environment that a user cannot see, the server may say that there is none, as of a body that is wrong.
      const binding = operationId === "createAgentPool" ? [403, 404, 422] : statuses;
      const who = "a user of another account";
      await expectUserRefused(context, { operationId, row, statuses: binding, token, who });
    },
  });
}

/** A user of the account who may not write changes nothing of it. */
export function refusesLimitedToken(operationId: Exclude<OperationId, "getAgentPool">): Omit<Check, "level"> {
  const { does, row, statuses } = unauthorized[operationId];
  return check<ScalrRequirementId>(`scalr/${operationId}/refuses-limited-token`, {
    title: `refuse to ${does} for a user who may not write`,
    decides: [row, ...refusalRows, "errors.nothing-changed"],
    provokes: ["403"],
    needs: ["write", "state"],
    async run(context) {
      const absent = "no token of a user without permission to write was given";
      const token = await context.knownToken("limitedToken", absent);
      await expectUserRefused(context, { operationId, row, statuses, token, who: "a user who may not write" });
    },
  });
}

interface UserRefusal {
  readonly operationId: OperationId;
  readonly row: ScalrRequirementId;
  readonly statuses: readonly number[];
  readonly token: string;
  readonly who: string;
}

async function expectUserRefused(context: CheckContext, refusal: UserRefusal): Promise<void> {
  const scopes: readonly Scope[] =
    refusal.operationId === "createAgentPool" ? ["environment", "account"] : ["environment"];
  for (const scope of scopes) {
    await expectRefusedAt(context, scope, refusal);
    // Some servers have room for one pool only.
    await context.release();
  }
}

async function expectRefusedAt(
  context: CheckContext,
  scope: Scope,
  { operationId, row, statuses, token, who }: UserRefusal,
) {
  const { ask, expectUnchanged } = await prepareTrial(context, operationId, scope);
  const wrong = { ...ask, token };
  const what = `${operationId} at the scope ${scope} by ${who}`;
  const exchange = await expectRefused(context, { requirement: row, operationId, ask: wrong, what, statuses });
  observeReading(context, `${what}: answered ${exchange.answer.status}`);
  await expectUnchanged(
    isRefusal(exchange) ? "errors.nothing-changed" : row,
    `after ${what} was answered ${exchange.answer.status}`,
  );
  if (context.findings.length === 0) await context.control(operationId, ask);
}

const isRefusal = ({ answer }: Exchange) => answer.status >= 400;

interface Trial {
  /** Valid for whoever may. */
  readonly ask: Ask;
  readonly expectUnchanged: (row: ScalrRequirementId, when: string) => Promise<unknown>;
}

/** What to ask of an operation, about a pool of the check's own where it is about one. */
async function prepareTrial(context: CheckContext, operationId: OperationId, scope: Scope): Promise<Trial> {
  if (operationId === "createAgentPool") {
    const body = poolBody(context, { scope });
    const query = { "filter[name]": body.data.attributes.name };
    return {
      ask: { body },
      expectUnchanged: (row, when) => expectExactly(context, row, query, { wanted: [], when: `of that name ${when}` }),
    };
  }
  const pool = await createPool(context, { scope });
  return {
    ask: operationId === "updateAgentPool" ? changeAsk(pool, { name: context.freshName() }) : { path: pool.path },
    expectUnchanged: (row, when) => expectShown(context, row, pool, { wanted: newFacts(context, pool), when }),
  };
}
