import type { TerraformRequirementId } from "../../../generated/terraform/requirements.ts";
import { check } from "../../kit/check.ts";
import type { CheckContext } from "../../kit/context.ts";
import { fixtureNeeded } from "../fixture-needed.ts";
import { expectNotListed, poolsList, readList } from "../lists.ts";
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
      expectNotListed(context, row, listing, foreign, "which belongs to another organization");
    }
    if (context.has("write")) await expectOursHidden(context);
  },
});

/** What other people are shown can be seen where the target names one of them. */
async function expectOursHidden(context: CheckContext): Promise<void> {
  const organization = context.fixture("otherOrganization");
  const { otherToken: token } = context;
  if (token === undefined || organization === undefined) return;
  const { id } = await createPool(context);
  const ask = { path: { organization_name: organization }, token };
  const listing = await readList(context, { operationId: "listAgentPools", ask });
  expectNotListed(context, row, listing, id, `as it is no pool of ${organization}`);
}
