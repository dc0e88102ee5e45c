import type { ScalrRequirementId } from "../../../generated/scalr/requirements.ts";
import { isSuccess } from "../../../src/contract/judge-response.ts";
import { check } from "../../kit/check.ts";
import { expectExactly } from "../pool-list.ts";
import { createPool, ownPool, poolBody } from "../pools.ts";

const row: ScalrRequirementId = "delete-agent-pool.gone";

/** A name is unique among the pools that there are; what is deleted keeps none. */
export const freesTheName = check<ScalrRequirementId>("scalr/deleteAgentPool/frees-the-name", {
  title: "take the name of a pool that was deleted for a new one",
  decides: [row, "agent-pool.name-unique"],
  needs: ["write", "state"],
  async run(context) {
    const pool = await createPool(context);
    await context.prepare("deleteAgentPool", { path: pool.path });
    const body = poolBody(context, { name: pool.name });
    const created = await context.judge("createAgentPool", { body }, "success");
    if (!isSuccess(created.answer.status)) return;
    const second = ownPool(context, "environment", body, created);
    await expectExactly(context, row, { "filter[name]": pool.name }, { wanted: [second], when: "of that name" });
  },
});
