import type { ScalrRequirementId } from "../../../generated/scalr/requirements.ts";
import { check } from "../../kit/check.ts";
import type { CheckContext } from "../../kit/context.ts";
import { expectIncluded, type IncludePath, includeQuery } from "../included.ts";
import { answered, expectFacts, newFacts } from "../pool-facts.ts";
import { createPool, lookAt, type OwnPool } from "../pools.ts";
import { link, unlinkAll } from "../workspaces.ts";

const row: ScalrRequirementId = "get-agent-pool.include";

const everyPath: readonly (readonly IncludePath[])[] = [
  [],
  ["account"],
  ["environment"],
  ["agents"],
  ["workspaces", "account", "environment"],
];

/** The query parameter `include` of "Get an Agent Pool". Agents are those of a pool that the target names, if it does. */
export const includesOnGet = check<ScalrRequirementId>("scalr/getAgentPool/includes-what-is-asked", {
  title: "include with a pool what include asks for, and nothing else",
  decides: [row, "agent-pool.included"],
  needs: ["write", "state"],
  isAlone: true,
  async run(context) {
    const pool = await createPool(context);
    context.wants("workspaces");
    const workspaces = context.fixtures("workspaces");
    if (workspaces.length > 0) await link(context, pool, workspaces);
    const wanted = { ...newFacts(context, pool), workspaces: workspaces.toSorted() };
    for (const paths of everyPath) {
      const exchange = await expectIncludedWith(context, pool.path, paths);
      expectFacts(context, row, answered(exchange), { wanted, when: `with include=${paths.join()}` });
    }
    if (workspaces.length > 0) await unlinkAll(context, pool);

    const withAgents = context.fixture("busyPool") ?? context.fixture("idlePool");
    if (withAgents === undefined) return context.wants("busyPool");
    const path = { agent_pool: withAgents };
    // That of the target may have been deleted since it was named.
    if ((await lookAt(context, path)).answer.status === 404)
      context.unverified(
        `the pool ${withAgents} was answered 404: name another with --fixture busyPool=ID`,
        "busyPool",
      );
    await expectIncludedWith(context, path, ["agents"]);
  },
});

async function expectIncludedWith(context: CheckContext, path: OwnPool["path"], paths: readonly IncludePath[]) {
  const query = includeQuery(paths);
  const exchange = await context.judge("getAgentPool", { path, query }, "success");
  expectIncluded(context, exchange, { requirement: row, form: "agent-pool.included", paths });
  return exchange;
}
