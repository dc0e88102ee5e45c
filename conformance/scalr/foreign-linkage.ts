import { isSuccess } from "../../src/contract/judge-response.ts";
import type { CheckContext } from "../kit/context.ts";
import { factsOf, type PoolFacts } from "./pool-facts.ts";
import { itemsOf, largePages } from "./pool-list.ts";
import { lookAt, poolIn, workspaceLinkage } from "./pools.ts";

/**
 * Relationships that are well formed, to what another account has, as far as its user is shown pools that ours is not.
 * The workspaces are those of the pool that foreignPool names only, since a faulty server takes them from it.
 */
export async function foreignLinkage(context: CheckContext): Promise<Readonly<Record<string, unknown>>> {
  context.wants("otherToken", "foreignPool");
  const { otherToken: token } = context;
  if (token === undefined) return {};
  const listed = await context.judge("listAgentPools", { query: largePages, token }, "either");
  const pools = itemsOf(listed).map(({ pool }) => factsOf(pool));
  const named = context.fixture("foreignPool");
  const shown = named === undefined ? undefined : await lookAt(context, { agent_pool: named }, { token });
  const own = shown && isSuccess(shown.answer.status) ? factsOf(poolIn(shown)) : undefined;

  const account = await firstHidden(context, pools, "account");
  const environment = await firstHidden(context, pools, "environment");
  const linked = own && (await firstHidden(context, [own], "workspaces"));
  return {
    ...(account && { account: { data: { type: "accounts", id: account } } }),
    ...(environment && { environment: { data: { type: "environments", id: environment } } }),
    ...(linked && workspaceLinkage([linked])),
  };
}

/** What the first pool with such a relationship is related to; undefined if our user is shown that pool, and so may have it. */
async function firstHidden(
  context: CheckContext,
  pools: readonly PoolFacts[],
  name: "account" | "environment" | "workspaces",
): Promise<string | undefined> {
  const pool = pools.find((each) => each[name].length > 0);
  if (pool === undefined) return undefined;
  const { answer } = await lookAt(context, { agent_pool: String(pool.id) });
  return isSuccess(answer.status) ? undefined : pool[name][0];
}
