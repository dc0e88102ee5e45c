import type { ScalrRequirementId } from "../../../generated/scalr/requirements.ts";
import { isSuccess } from "../../../src/contract/judge-response.ts";
import { check } from "../../kit/check.ts";
import { expectIncluded, type IncludePath, includeQuery } from "../included.ts";
import { ownPool, poolBody } from "../pools.ts";
import { unlinkAll } from "../workspaces.ts";

/** The query parameter `include` of "Create an Agent Pool". */
export const includesOnCreation = check<ScalrRequirementId>("scalr/createAgentPool/includes-what-is-asked", {
  title: "include with a new pool what include asks for, and nothing else",
  decides: ["create-agent-pool.include", "agent-pool.included"],
  needs: ["write", "state"],
  isAlone: true,
  async run(context) {
    context.wants("workspaces");
    const workspaces = context.fixtures("workspaces");
    const asked: readonly (readonly IncludePath[])[] = [[], ["environment"], ["account", "agents", "workspaces"]];
    for (const paths of asked) {
      const query = includeQuery(paths);
      const body = poolBody(context, { workspaces });
      const created = await context.judge("createAgentPool", { query, body }, "success");
      expectIncluded(context, created, {
        requirement: "create-agent-pool.include",
        form: "agent-pool.included",
        paths,
      });
      // The next pool gets the same workspaces.
      if (workspaces.length > 0 && isSuccess(created.answer.status))
        await unlinkAll(context, ownPool(context, "environment", body, created));
      await context.release();
    }
  },
});
