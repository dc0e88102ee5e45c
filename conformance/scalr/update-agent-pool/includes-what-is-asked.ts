import type { ScalrRequirementId } from "../../../generated/scalr/requirements.ts";
import { check } from "../../kit/check.ts";
import { expectIncluded, type IncludePath, includeQuery } from "../included.ts";
import { answered, expectFacts, expectShown, newFacts } from "../pool-facts.ts";
import { changeAsk, createPool, workspaceLinkage } from "../pools.ts";
import { unlinkAll } from "../workspaces.ts";

/** The query parameter `include` of "Update an Agent Pool": what is included is what the change has made of the pool. */
export const includesOnUpdate = check<ScalrRequirementId>("scalr/updateAgentPool/includes-what-is-asked", {
  title: "include with a changed pool what include asks for, nothing else",
  decides: ["update-agent-pool.include", "update-agent-pool.updated", "agent-pool.included"],
  needs: ["write", "state"],
  isAlone: true,
  async run(context) {
    const pool = await createPool(context);
    context.wants("workspaces");
    const workspaces = context.fixtures("workspaces");
    const asked: readonly (readonly IncludePath[])[] = [["account", "agents", "workspaces"], ["environment"], []];
    for (const paths of asked) {
      const query = includeQuery(paths);
      const name = context.freshName();
      const change = changeAsk(pool, { name, relationships: workspaceLinkage(workspaces) });
      const exchange = await context.judge("updateAgentPool", { ...change, query }, "success");
      expectIncluded(context, exchange, {
        requirement: "update-agent-pool.include",
        form: "agent-pool.included",
        paths,
      });
      const wanted = { ...newFacts(context, pool), name, workspaces: workspaces.toSorted() };
      const expectation = { wanted, when: "after a change of name and workspaces at once" };
      expectFacts(context, "update-agent-pool.updated", answered(exchange), expectation);
      await expectShown(context, "update-agent-pool.updated", pool, expectation);
    }
    await unlinkAll(context, pool);
  },
});
