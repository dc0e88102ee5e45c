import type { ScalrRequirementId } from "../../../generated/scalr/requirements.ts";
import { check } from "../../kit/check.ts";
import type { CheckContext } from "../../kit/context.ts";
import { factsOf } from "../pool-facts.ts";
import { expectExactly, type Fault, itemsOf, largePages, listPools, reportIfLasting } from "../pool-list.ts";
import { createPool, labelOf, type OwnPool, partOf } from "../pools.ts";
import { observeReading } from "../refusal.ts";

const row: ScalrRequirementId = "list-agent-pools.filter-account";

/** `filter[account]`: whether pools of the account's environments are kept is open; those of the account itself are. */
export const filtersByAccount = check<ScalrRequirementId>("scalr/listAgentPools/filters-by-account", {
  title: "keep with filter[account] the pools of that account only",
  decides: [row],
  needs: ["write", "state"],
  isAlone: true,
  async run(context) {
    const account = context.datum("account");
    const name = context.freshName();
    const pool = await createPool(context, { name, scope: "account" });
    const inside = await createPool(context, { name });
    const query = { "filter[account]": account, "filter[name]": name };
    const expectation = { wanted: [pool], maybe: [inside], when: `with filter[account]=${account} and their name` };
    const { listed } = await expectExactly(context, row, query, expectation);
    const isWide = listed.some(({ id }) => id === inside.id);
    observeReading(context, `filter[account]: ${isWide ? "keeps" : "leaves out"} pools of the account's environments`);

    await reportIfLasting(context, () => findFaults(context, { account, pool, inside, isWide }));
    // What is no account of the user's may be refused.
    const asked = partOf(account);
    const wrong = { query: { ...query, "filter[account]": asked } };
    const exchange = await context.judge("listAgentPools", wrong, "either");
    for (const { id, pointer } of itemsOf(exchange)) {
      const expected = `no pool of ${account} with filter[account]=${asked}`;
      context.breach(row, { exchange, pointer, expected, got: id });
    }
  },
});

interface Account {
  readonly account: string;
  readonly pool: OwnPool;
  readonly inside: OwnPool;
  readonly isWide: boolean;
}

/** The filter alone, on all pages of what it keeps. */
async function findFaults(context: CheckContext, { account, pool, inside, isWide }: Account): Promise<Fault[]> {
  const { listed, first, isComplete } = await listPools(context, { ...largePages, "filter[account]": account });
  const missing = (isWide ? [pool, inside] : [pool]).filter(({ id }) => !listed.some((item) => item.id === id));
  const at = { requirement: row, exchange: first, pointer: "/data" };
  return [
    ...(isComplete ? missing : []).map((each) => ({
      ...at,
      expected: `${labelOf(each)} with filter[account]=${account}`,
      got: "a list without it",
    })),
    ...listed.flatMap(({ pool: item, exchange, pointer }) =>
      factsOf(item).account.every((id) => id === account)
        ? []
        : [{ ...at, exchange, pointer, expected: `pools of ${account} only`, got: factsOf(item).account.join() }],
    ),
  ];
}
