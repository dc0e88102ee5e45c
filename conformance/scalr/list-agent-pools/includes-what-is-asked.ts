import type { ScalrRequirementId } from "../../../generated/scalr/requirements.ts";
import { check } from "../../kit/check.ts";
import type { CheckContext } from "../../kit/context.ts";
import { expectIncluded, type IncludePath, includeQuery } from "../included.ts";
import { expectFacts, newFacts } from "../pool-facts.ts";
import { listPools } from "../pool-list.ts";
import { createPool, scopesAtHand } from "../pools.ts";
import { link, unlinkAll } from "../workspaces.ts";

const row: ScalrRequirementId = "list-agent-pools.include";

/** The query parameter `include` of "List Agent Pools": for all pools of a page, what they share once. */
export const includesOnList = check<ScalrRequirementId>("scalr/listAgentPools/includes-what-is-asked", {
  title: "include with a list what include asks for, and nothing else",
  decides: [row, "list-agent-pools.included", "agent-pool.included"],
  needs: ["write", "state"],
  isAlone: true,
  async run(context) {
    const name = context.freshName();
    const pool = await createPool(context, { name });
    await createPool(context, { name, scope: scopesAtHand(context).at(-1) });
    context.wants("workspaces");
    const workspaces = context.fixtures("workspaces");
    if (workspaces.length > 0) await link(context, pool, workspaces);
    const asked: readonly (readonly IncludePath[])[] = [
      [],
      ["account"],
      ["workspaces"],
      ["agents", "environment", "account"],
    ];
    const wanted = { ...newFacts(context, pool), workspaces: workspaces.toSorted() };
    for (const paths of asked) {
      const listed = await expectIncludedWith(context, { "filter[name]": name }, paths);
      const item = listed.find(({ id }) => id === pool.id);
      if (item) expectFacts(context, row, item, { wanted, when: `with include=${paths.join()}` });
    }
    if (workspaces.length > 0) await unlinkAll(context, pool);

    const withAgents = context.fixture("busyPool") ?? context.fixture("idlePool");
    if (withAgents === undefined) context.wants("busyPool");
    else await expectIncludedWith(context, { "filter[agent-pool]": withAgents }, ["agents"]);
  },
});

async function expectIncludedWith(
  context: CheckContext,
  filter: Record<string, string>,
  paths: readonly IncludePath[],
) {
  const query = { ...filter, ...includeQuery(paths) };
  const { pages, listed } = await listPools(context, query);
  const inclusion = { requirement: row, form: "list-agent-pools.included", paths } as const;
  for (const page of pages) expectIncluded(context, page, inclusion);
  return listed;
}
