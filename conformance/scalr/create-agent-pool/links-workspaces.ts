import type { ScalrRequirementId } from "../../../generated/scalr/requirements.ts";
import { isSuccess } from "../../../src/contract/judge-response.ts";
import { check } from "../../kit/check.ts";
import { answered, expectEverywhere, expectFacts, newFacts } from "../pool-facts.ts";
import { createPool, ownPool, poolBody } from "../pools.ts";
import { linkableWorkspaces, unlinkAll } from "../workspaces.ts";

const row: ScalrRequirementId = "create-agent-pool.workspaces";

/** `data.relationships.workspaces`: "Can be used to bulk link/unlink workspaces", from the start. */
export const createsWithWorkspaces = check<ScalrRequirementId>("scalr/createAgentPool/links-workspaces", {
  title: "link the workspaces that a new pool is created with",
  decides: [
    row,
    "agent-pool.workspaces",
    "agent-pool.workspaces-bulk",
    "agent-pool.workspace-id",
    "agent-pool.workspace-type",
  ],
  needs: ["write", "state"],
  isAlone: true,
  async run(context) {
    const { ids, scope } = linkableWorkspaces(context);
    const body = poolBody(context, { scope, workspaces: ids });
    const created = await context.judge("createAgentPool", { body }, "success");
    if (!isSuccess(created.answer.status)) return;
    const pool = ownPool(context, scope, body, created);
    const wanted = { ...newFacts(context, pool), workspaces: ids.toSorted() };
    expectFacts(context, row, answered(created), { wanted, when: "as sent" });
    const next = await createPool(context, { scope });
    const none = { wanted: newFacts(context, next), when: "created without workspaces after one with some" };
    expectFacts(context, row, answered(next.created), none);
    await expectEverywhere(context, row, pool, { wanted, when: "after its creation with them" });
    await unlinkAll(context, pool);
  },
});
