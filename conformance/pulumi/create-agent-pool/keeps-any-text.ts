import type { PulumiRequirementId } from "../../../generated/pulumi/requirements.ts";
import { check } from "../../kit/check.ts";
import {
  areListed,
  expectFacts,
  expectListedOnce,
  expectShown,
  listPools,
  type OwnPool,
  organizationPath,
  ownPool,
} from "../pools.ts";
import { sendTexts, spoilable } from "../texts.ts";

/** "Register a new pool": name and description are strings, and come back as they were sent. */
export const keepsAnyText = check<PulumiRequirementId>("pulumi/createAgentPool/keeps-any-text", {
  title: "keep every text that it takes for a new pool, character by character",
  decides: ["create-agent-pool.keeps-name", "create-agent-pool.keeps-description", "errors.no-server-error"],
  needs: ["write", "state"],
  async run(context) {
    const made: OwnPool[] = [];
    for (const texts of spoilable) {
      const sent = await sendTexts(context, "createAgentPool", organizationPath(context), texts);
      if (!sent) continue;
      const pool = ownPool(context, sent.ask, sent.exchange);
      made.push(pool);
      const { name, description } = pool;
      const exchange = await expectShown(context, "create-agent-pool.keeps-name", pool, { name }, "as it was sent");
      const shown = { exchange, pool: exchange.json };
      expectFacts(context, "create-agent-pool.keeps-description", shown, { description }, "as it was sent");
    }
    const list = await listPools(context, areListed(made));
    for (const { id, name, description } of made) {
      const listed = expectListedOnce(context, "create-agent-pool.keeps-name", list, {
        id,
        when: "after it was created",
      });
      if (!listed) continue;
      const item = { exchange: list.exchange, ...listed };
      expectFacts(context, "create-agent-pool.keeps-name", item, { name }, "as it was sent");
      expectFacts(context, "create-agent-pool.keeps-description", item, { description }, "as it was sent");
    }
  },
});
