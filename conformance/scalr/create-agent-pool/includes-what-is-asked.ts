import type { ScalrRequirementId } from "../../../generated/scalr/requirements.ts";
import { check } from "../../kit/check.ts";
import { expectIncluded, type IncludePath, includeQuery } from "../included.ts";
import { poolBody } from "../pools.ts";

/** The query parameter `include` of "Create an Agent Pool". */
export const includesOnCreation = check<ScalrRequirementId>("scalr/createAgentPool/includes-what-is-asked", {
  title: "include with a new pool what include asks for, and nothing else",
  decides: ["create-agent-pool.include", "agent-pool.included"],
  needs: ["write", "state"],
  isAlone: true,
  async run(context) {
    const workspaces = context.fixtures("workspaces");
    const asked: readonly (readonly IncludePath[])[] = [[], ["environment"], ["account", "agents", "workspaces"]];
    for (const paths of asked) {
      const query = includeQuery(paths);
      const ask = { query, body: poolBody(context, { workspaces }) };
      const created = await context.judge("createAgentPool", ask, "success");
      expectIncluded(context, created, {
        requirement: "create-agent-pool.include",
        form: "agent-pool.included",
        paths,
      });
      // The next pool gets the same workspaces.
      await context.release();
    }
  },
});
