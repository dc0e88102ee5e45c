import type { PulumiRequirementId } from "../../../generated/pulumi/requirements.ts";
import { describeValue } from "../../../src/contract/describe-value.ts";
import { valueAt } from "../../../src/contract/json-pointer.ts";
import { check } from "../../kit/check.ts";
import { createNeighbourhood, expectUntouched } from "../neighbours.ts";
import { expectFacts, expectListedOnce, expectShown, isListed, listPools } from "../pools.ts";

/** "Update a pool": one of several that could be taken for each other is changed, in details and list; the others stay. */
export const changesOnlyThatPool = check<PulumiRequirementId>("pulumi/updateAgentPool/changes-only-that-pool", {
  title: "change the pool that the path names, everywhere, and no other",
  decides: ["update-agent-pool.updates", "update-agent-pool.only-that-pool", "agent-pool.steady"],
  needs: ["write", "state"],
  async run(context) {
    const neighbourhood = await createNeighbourhood(context);
    const { pool, facts } = neighbourhood;
    const change = { name: context.freshName(), description: "Changed by a conformance run" };
    await context.prepare("updateAgentPool", { path: pool.path, body: change });
    const when = `after the change of ${pool.id}`;
    const list = await listPools(context, isListed({ id: pool.id, ...change }));

    const listed = expectListedOnce(context, "update-agent-pool.updates", list, { id: pool.id, when });
    const shown = await expectShown(context, "update-agent-pool.updates", pool, change, when);
    const { created } = facts.get(pool.id) ?? {};
    if (listed) {
      const item = { exchange: list.exchange, ...listed };
      expectFacts(context, "update-agent-pool.updates", item, change, when);
      if (created !== undefined) expectFacts(context, "agent-pool.steady", item, { created }, when);
    }
    if (created !== undefined && shown.answer.status < 400) {
      expectFacts(context, "agent-pool.steady", { exchange: shown, pool: shown.json }, { created }, when);
    }

    const { exchange, pools } = list;
    const others = pools.filter((each) => valueAt(each, "/name") === change.name && valueAt(each, "/id") !== pool.id);
    if (others.length > 0) {
      const expected = `${describeValue(change.name)} as the name of ${pool.id} only`;
      const got = `it as the name of ${others.map((each) => valueAt(each, "/id")).join(", ")}`;
      context.breach("update-agent-pool.only-that-pool", { exchange, pointer: "/agentPools", expected, got });
    }
    await expectUntouched(context, "update-agent-pool.only-that-pool", neighbourhood, { list, when });
  },
});
