import type { TerraformRequirementId } from "../../generated/terraform/requirements.ts";
import { isSuccess } from "../../src/contract/judge-response.ts";
import { check } from "../kit/check.ts";
import type { CheckContext } from "../kit/context.ts";
import type { Ask, Exchange } from "../kit/exchange.ts";
import { allowedBeginnings, allowedEndings, mixedName } from "./names.ts";
import { createPool, creationOf, dataOf, expectFacts, expectShown, type OwnPool, ownPool, renaming } from "./pools.ts";

const when = "as was sent";

/** All kinds of characters that the page allows, in one long name that is kept as it was sent. */
export const createsWithAllowedCharacters = check<TerraformRequirementId>(
  "terraform/createAgentPool/takes-allowed-characters",
  {
    title: "take letters, digits, hyphens and underscores in a new name",
    decides: ["create-agent-pool.name-characters", "create-agent-pool.name"],
    needs: ["write", "state"],
    async run(context) {
      const name = mixedName(context.freshName());
      const askFor = (each: string) => creationOf(context, each);
      const created = await expectTaken(context, "createAgentPool", name, askFor);
      if (!created) return;
      const wanted = { "/attributes/name": name };
      expectFacts(context, "create-agent-pool.name", dataOf(created), wanted, when);
      await expectShown(context, "create-agent-pool.name", ownPool(context, name, created), wanted, when);
    },
  },
);

export const changesToAllowedCharacters = check<TerraformRequirementId>(
  "terraform/updateAgentPool/takes-allowed-characters",
  {
    title: "take letters, digits, hyphens and underscores in a changed name",
    decides: ["update-agent-pool.name-characters", "update-agent-pool.name"],
    needs: ["write", "state"],
    async run(context) {
      const pool = await createPool(context);
      const name = mixedName(context.freshName());
      const changed = await expectTaken(context, "updateAgentPool", name, (each) => renaming(pool, each));
      if (!changed) return;
      const wanted = { "/attributes/name": name };
      expectFacts(context, "update-agent-pool.name", dataOf(changed), wanted, when);
      await expectShown(context, "update-agent-pool.name", pool, wanted, when);
      await expectBeginningsTaken(context, pool);
    },
  },
);

/**
 * The page asks nothing more of the first character of a name than of the others. A name of ours that begins otherwise
 * would not be known for ours, hence only for a pool that is, and not for long.
 */
async function expectBeginningsTaken(context: CheckContext, pool: OwnPool): Promise<void> {
  for (const { what, beginning } of allowedBeginnings) {
    const name = `${beginning}${context.freshName()}`;
    const exchange = await context.judge("updateAgentPool", renaming(pool, name), "either");
    const { status } = exchange.answer;
    await context.control("updateAgentPool", renaming(pool, context.freshName()));
    if (isSuccess(status)) continue;
    const expected = `the name ${JSON.stringify(name)}, which begins with ${what}, to be taken`;
    context.breach(rows.updateAgentPool, { exchange, place: "status", expected, got: String(status) });
  }
}

const rows = {
  createAgentPool: "create-agent-pool.name-characters",
  updateAgentPool: "update-agent-pool.name-characters",
} as const satisfies Record<string, TerraformRequirementId>;

/** The answer to a name; where it is refused, one kind of characters after the other is tried to say which it was for. */
async function expectTaken(
  context: CheckContext,
  operationId: keyof typeof rows,
  name: string,
  askFor: (name: string) => Ask,
): Promise<Exchange | undefined> {
  const exchange = await context.judge(operationId, askFor(name), "either");
  if (isSuccess(exchange.answer.status)) return exchange;
  await context.control(operationId, askFor(context.freshName()));
  report(`the name ${JSON.stringify(name)} to be taken`, exchange);
  for (const { what, ending } of allowedEndings) {
    const simpler = `${context.freshName()}${ending}`;
    if (operationId === "createAgentPool") await context.release();
    const again = await context.judge(operationId, askFor(simpler), "either");
    if (!isSuccess(again.answer.status))
      report(`the name ${JSON.stringify(simpler)}, with ${what}, to be taken`, again);
  }
  return undefined;

  function report(expected: string, refused: Exchange): void {
    const got = String(refused.answer.status);
    context.breach(rows[operationId], { exchange: refused, place: "status", expected, got });
  }
}
