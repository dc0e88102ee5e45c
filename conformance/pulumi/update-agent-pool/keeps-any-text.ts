import type { PulumiRequirementId } from "../../../generated/pulumi/requirements.ts";
import { check } from "../../kit/check.ts";
import { createPool, expectFacts, expectListedOnce, expectShown, isListed, listPools } from "../pools.ts";
import { noDescription, sendTexts, spoilable } from "../texts.ts";

/** "Update a pool": name and description are strings, and come back as they were sent. */
export const keepsAnyText = check<PulumiRequirementId>("pulumi/updateAgentPool/keeps-any-text", {
  title: "keep every text that it takes for a pool, character by character",
  decides: ["update-agent-pool.updates"],
  needs: ["write", "state"],
  async run(context) {
    const pool = await createPool(context);
    for (const texts of [...spoilable, noDescription]) {
      const sent = await sendTexts(context, "updateAgentPool", pool.path, texts);
      if (!sent) continue;
      const when = "as the change has sent it";
      await expectShown(context, "update-agent-pool.updates", pool, sent.body, when);
      // The list is large; that it shows what was changed is seen by the strangest of the texts.
      if (texts !== spoilable[0]) continue;
      const list = await listPools(context, isListed({ id: pool.id, ...sent.body }));
      const listed = expectListedOnce(context, "update-agent-pool.updates", list, {
        id: pool.id,
        when: "after a change",
      });
      const item = listed && { exchange: list.exchange, ...listed };
      if (item) expectFacts(context, "update-agent-pool.updates", item, sent.body, when);
    }
  },
});
