import type { TerraformRequirementId } from "../../generated/terraform/requirements.ts";
import { check } from "../kit/check.ts";
import type { CheckContext } from "../kit/context.ts";
import type { Exchange } from "../kit/exchange.ts";
import { seenByOwner } from "../kit/foreign-thing.ts";
import { fixtureNeeded } from "./fixture-needed.ts";
import { namesakes, newestPools, readFirstPage } from "./lists.ts";
import { expectNotNamed } from "./own-names.ts";
import { poolDocument } from "./pools.ts";
import { expectRefusal } from "./refusal.ts";

/** An organization that there is, and that the user has no part in. */
export const refusesToListForeignOrganization = check<TerraformRequirementId>(
  "terraform/listAgentPools/refuses-foreign-organization",
  {
    title: "refuse to list the pools of an organization of other people",
    decides: ["list-agent-pools.foreign-organization"],
    needs: ["state"],
    async run(context) {
      const organization = fixtureNeeded(context, "otherOrganization");
      await expectThere(context, organization);
      const right = await context.validAsk("listAgentPools");
      const { answer } = await expectRefusal(context, {
        operationId: "listAgentPools",
        ask: { path: { organization_name: organization } },
        requirement: "list-agent-pools.foreign-organization",
        statuses: [404, 403],
        because: `as the user has no part in the organization ${organization}`,
      });
      // What is asked for beside does not make it theirs.
      if (answer.status >= 400)
        await expectRefusal(context, {
          operationId: "listAgentPools",
          ask: { path: { organization_name: organization }, query: { sort: "name", "page[size]": "1" } },
          requirement: "list-agent-pools.foreign-organization",
          because: `as the user has no part in the organization ${organization}, in whatever order its pools are`,
        });
      const text = `the list of a foreign organization is answered ${answer.status}`;
      context.observe({ kind: "reading", pointer: "", text });
      await context.control("listAgentPools", right);
    },
  },
);

export const refusesToCreateInForeignOrganization = check<TerraformRequirementId>(
  "terraform/createAgentPool/refuses-foreign-organization",
  {
    title: "refuse to create a pool in an organization of other people",
    decides: ["create-agent-pool.unauthorized", "errors.nothing-changed"],
    needs: ["write", "state"],
    async run(context) {
      const organization = fixtureNeeded(context, "otherOrganization");
      await expectThere(context, organization);
      const name = context.freshName();
      const refused = await expectRefusal(context, {
        operationId: "createAgentPool",
        ask: { path: { organization_name: organization }, body: poolDocument(name) },
        requirement: "create-agent-pool.unauthorized",
        statuses: [404],
        because: `as the user has no part in the organization ${organization}`,
      });
      // Neither there nor, by mistake, here.
      await expectNotThere(context, organization, name, refused);
      const when = `after its creation in ${organization} was answered ${refused.answer.status}`;
      await expectNotNamed(context, "errors.nothing-changed", name, when);
      await context.control("createAgentPool", await context.validAsk("createAgentPool"));
    },
  },
);

/** An organization that there is not would be refused as well. */
const expectThere = (context: CheckContext, id: string) =>
  seenByOwner(context, {
    fixture: "otherOrganization",
    id,
    operationId: "listAgentPools",
    ask: { path: { organization_name: id } },
  });

/** What was refused and done all the same is seen by a user of that organization, where the target names one. */
async function expectNotThere(
  context: CheckContext,
  organization: string,
  name: string,
  refused: Exchange,
): Promise<void> {
  if (context.otherToken === undefined) return;
  const { operationId, ask } = newestPools(context);
  const theirs = { ...ask, path: { organization_name: organization }, token: context.otherToken };
  const [found] = namesakes(await readFirstPage(context, { operationId, ask: theirs }), name);
  if (!found) return;
  const expected = `no pool of ours in ${organization}, as the request was answered ${refused.answer.status}`;
  context.breach("errors.nothing-changed", { exchange: refused, expected, got: `the pool ${found.id}, named ${name}` });
}
