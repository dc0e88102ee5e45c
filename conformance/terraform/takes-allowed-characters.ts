import type { TerraformRequirementId } from "../../generated/terraform/requirements.ts";
import { isSuccess } from "../../src/contract/judge-response.ts";
import { check } from "../kit/check.ts";
import type { CheckContext } from "../kit/context.ts";
import type { Ask, Exchange } from "../kit/exchange.ts";
import { allowedBeginnings, allowedEndings, mixedName, shortMixedName } from "./names.ts";
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
      const taken = await expectTaken(context, "createAgentPool", (each) => creationOf(context, each));
      if (!taken) return;
      const { name, exchange: created } = taken;
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
      const taken = await expectTaken(context, "updateAgentPool", (each) => renaming(pool, each));
      if (!taken) return;
      const { name, exchange: changed } = taken;
      const wanted = { "/attributes/name": name };
      expectFacts(context, "update-agent-pool.name", dataOf(changed), wanted, when);
      await expectShown(context, "update-agent-pool.name", pool, wanted, when);
      await expectBeginningsTaken(context, pool);
    },
  },
);

/**
 * The page asks nothing more of the first character of a name than of the others; where it is to be a letter or digit all
 * the same, that is told and no more. A name of ours that begins otherwise
 * would not be known for ours, hence only for a pool that is, and not for long.
 */
async function expectBeginningsTaken(context: CheckContext, pool: OwnPool): Promise<void> {
  for (const { what, beginning, isMark } of allowedBeginnings) {
    const name = `${beginning}${context.freshName()}`;
    const exchange = await context.judge("updateAgentPool", renaming(pool, name), "either");
    const { status } = exchange.answer;
    await context.control("updateAgentPool", renaming(pool, context.freshName()));
    if (isSuccess(status)) {
      expectFacts(context, "update-agent-pool.name", dataOf(exchange), { "/attributes/name": name }, when);
      continue;
    }
    if (isMark) {
      const text = `a name that begins with ${what} is answered ${status}`;
      context.observe({ kind: "reading", pointer: "", text });
      continue;
    }
    const expected = `the name ${JSON.stringify(name)}, which begins with ${what}, to be taken`;
    context.breach(rows.updateAgentPool, { exchange, place: "status", expected, got: String(status) });
  }
}

const rows = {
  createAgentPool: "create-agent-pool.name-characters",
  updateAgentPool: "update-agent-pool.name-characters",
} as const satisfies Record<string, TerraformRequirementId>;

interface Taken {
  readonly name: string;
  readonly exchange: Exchange;
}

/**
 * A name of all kinds of characters, and the answer to it. Where it is refused, one kind after the other is tried to say
 * which it was for; where each of them is taken and a plain name of that length is not, a shorter one is tried.
 */
async function expectTaken(
  context: CheckContext,
  operationId: keyof typeof rows,
  askFor: (name: string) => Ask,
): Promise<Taken | undefined> {
  const first = await answered(mixedName(context.freshName()));
  if (isTaken(first)) return first;
  const { name } = first;
  await context.control(operationId, askFor(context.freshName()));
  const refused = [];
  for (const { what, ending } of allowedEndings) {
    const simpler = await answered(`${context.freshName()}${ending}`);
    if (!isTaken(simpler)) refused.push({ ...simpler, what: `, with ${what},` });
  }
  if (refused.length === 0 && !isTaken(await answered(context.freshName().padEnd(name.length, "a")))) {
    const text = `a name of ${name.length} characters is answered ${first.exchange.answer.status}`;
    context.observe({ kind: "reading", pointer: "", text });
    const shorter = await answered(shortMixedName(context.freshName()));
    if (isTaken(shorter)) return shorter;
    report({ ...shorter, what: "" });
    return undefined;
  }
  for (const each of [{ ...first, what: "" }, ...refused]) report(each);
  return undefined;

  async function answered(each: string): Promise<Taken> {
    if (operationId === "createAgentPool") await context.release();
    return { name: each, exchange: await context.judge(operationId, askFor(each), "either") };
  }

  function report({ name: wrong, exchange, what }: Taken & { readonly what: string }): void {
    const expected = `the name ${JSON.stringify(wrong)}${what} to be taken`;
    const got = String(exchange.answer.status);
    context.breach(rows[operationId], { exchange, place: "status", expected, got });
  }
}

const isTaken = ({ exchange }: Taken) => isSuccess(exchange.answer.status);
