import type { TerraformRequirementId } from "../../../generated/terraform/requirements.ts";
import { check } from "../../kit/check.ts";
import type { CheckContext } from "../../kit/context.ts";
import { seenByOwner } from "../../kit/foreign-thing.ts";
import { fixtureNeeded } from "../fixture-needed.ts";
import { expectNotListed, itemAt, poolsList, readList } from "../lists.ts";
import { createPool } from "../pools.ts";

const row = "list-agent-pools.membership";

/** A pool of another organization is in its list only, and ours are in ours only. */
export const listsNoForeignPool = check<TerraformRequirementId>("terraform/listAgentPools/lists-no-foreign-pool", {
  title: "list no pool of another organization",
  decides: [row],
  needs: ["state"],
  async run(context) {
    const foreign = fixtureNeeded(context, "foreignPool");
    for (const sort of [undefined, "name"]) {
      const list = poolsList(context);
      const listing = await readList(context, { ...list, ask: { ...list.ask, ...(sort && { query: { sort } }) } });
      if (itemAt(listing, foreign)) {
        // If its own user is not shown it either, it is not the server that mistook it for one of ours.
        const ask = { path: { agent_pool_id: foreign } };
        await seenByOwner(context, { fixture: "foreignPool", id: foreign, operationId: "showAgentPool", ask });
      }
      expectNotListed(context, row, listing, foreign, "which foreignPool names as one of another organization");
    }
    if (context.has("write")) await expectOursHidden(context);
  },
});

/** What other people are shown can be seen where the target names one of them. */
async function expectOursHidden(context: CheckContext): Promise<void> {
  const organization = context.fixture("otherOrganization");
  const { otherToken: token } = context;
  context.wants("otherOrganization", "otherToken");
  if (token === undefined || organization === undefined) return;
  const path = { organization_name: organization };
  const there = { fixture: "otherOrganization", id: organization, operationId: "listAgentPools", ask: { path } };
  await seenByOwner(context, there);
  const { id } = await createPool(context);
  const ask = { path, token };
  const listing = await readList(context, { operationId: "listAgentPools", ask });
  expectNotListed(context, row, listing, id, `as it is no pool of ${organization}`);
}
