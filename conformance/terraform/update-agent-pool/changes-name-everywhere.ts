import type { TerraformRequirementId } from "../../../generated/terraform/requirements.ts";
import { isSuccess } from "../../../src/contract/judge-response.ts";
import { check } from "../../kit/check.ts";
import { hasFailed } from "../../kit/has-failed.ts";
import { expectListedOnce, itemAt, namesakes, newestPools, readFirstPage } from "../lists.ts";
import { createPool, dataOf, expectFacts, expectShown, renaming } from "../pools.ts";
import { factsNow } from "../refusal.ts";

const row = "update-agent-pool.name";
const rest = "update-agent-pool.keeps-the-rest";

/** A name that is changed, and changed back: answer, read and list have it, and the rest as it was. */
export const changesNameEverywhere = check<TerraformRequirementId>(
  "terraform/updateAgentPool/changes-name-everywhere",
  {
    title: "give a pool the name sent, and show and list it from then on",
    decides: [row, rest, "agent-pool.created-at-steady", "update-agent-pool.sample-response"],
    needs: ["write", "state"],
    async run(context) {
      const pool = await createPool(context);
      const { "/attributes/name": _, "/attributes/created-at": createdAt, ...kept } = await factsNow(context, pool);
      // Read before as well, so that a list that is kept for later is seen to be old.
      await readFirstPage(context, newestPools(context));

      let before = pool.name;
      for (const name of [context.freshName(), pool.name]) {
        const changed = await context.judge("updateAgentPool", renaming(pool, name), "success");
        if (!isSuccess(changed.answer.status)) return;
        const when = `after the name was changed from ${before} to ${name}`;
        const wanted = { "/attributes/name": name };
        const moment = { "/attributes/created-at": createdAt };
        expectFacts(context, row, dataOf(changed), wanted, when);
        expectFacts(context, rest, dataOf(changed), { ...kept, ...moment }, when);
        const shown = await expectShown(context, row, pool, wanted, when);
        if (shown) expectFacts(context, rest, shown, { ...kept, ...moment }, when);

        const listing = await expectListedOnce(context, row, newestPools(context), [pool.id], when);
        const item = itemAt(listing, pool.id);
        if (item) {
          expectFacts(context, row, item, wanted, when);
          expectFacts(context, rest, item, { ...kept, ...moment }, when);
        }
        const [ghost] = namesakes(listing, before);
        if (ghost && ghost.id !== pool.id) {
          const { exchange, pointer, id } = ghost;
          const expected = `no pool named ${JSON.stringify(before)} ${when}`;
          context.breach(row, { exchange, pointer, expected, got: `the pool ${id}` });
        }
        if (hasFailed(context)) return;
        before = name;
      }
    },
  },
);
