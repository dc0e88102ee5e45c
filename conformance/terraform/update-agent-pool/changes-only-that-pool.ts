import type { TerraformRequirementId } from "../../../generated/terraform/requirements.ts";
import { isSuccess } from "../../../src/contract/judge-response.ts";
import { check } from "../../kit/check.ts";
import { hasFailed } from "../../kit/has-failed.ts";
import { createNeighbourhood, expectUntouched } from "../neighbours.ts";
import { changeDocument, expectShown, lookAt, poolDocument, renaming } from "../pools.ts";

const row = "update-agent-pool.agent-pool-id";

/** The path says which pool is changed, whatever the body has for an id, and however alike others are. */
export const changesOnlyThatPool = check<TerraformRequirementId>("terraform/updateAgentPool/changes-only-that-pool", {
  title: "change the pool that the path names, and no other",
  decides: [row],
  needs: ["write", "state"],
  async run(context) {
    const neighbourhood = await createNeighbourhood(context);
    const { pool, neighbours } = neighbourhood;
    const { path } = pool;
    let name = context.freshName();
    // Which pool was looked at last makes no difference.
    for (const neighbour of neighbours) await lookAt(context, neighbour);
    const changed = await context.judge("updateAgentPool", renaming(pool, name), "success");
    if (!isSuccess(changed.answer.status)) return;
    await expectShown(context, row, pool, { "/attributes/name": name }, `after it was renamed to ${name}`);
    await expectUntouched(context, row, neighbourhood, `after ${pool.id} was changed`, { isShown: false });

    const youngest = neighbours.at(-1)?.id ?? "";
    const bodies = [
      { what: "without data.id", of: poolDocument },
      { what: `with ${youngest} as data.id`, of: (given: string) => changeDocument(youngest, { name: given }) },
    ];
    for (const { what, of } of bodies) {
      if (hasFailed(context)) return;
      const wanted = context.freshName();
      // JSON:API refuses an id that is not that of the path; this page does not speak of it.
      const { answer } = await context.judge("updateAgentPool", { path, body: of(wanted) }, "either");
      const when = `after ${pool.id} was to be renamed to ${wanted} ${what}, which was answered ${answer.status}`;
      if (isSuccess(answer.status)) name = wanted;
      await expectShown(context, row, pool, { "/attributes/name": name }, when);
      await expectUntouched(context, row, neighbourhood, when, { isShown: what !== bodies[0]?.what });
    }
  },
});
