import type { PulumiRequirementId } from "../../../generated/pulumi/requirements.ts";
import { valueAt } from "../../../src/contract/json-pointer.ts";
import { check } from "../../kit/check.ts";
import { createPool, expectListedOnce, expectShown, factsOf, isListed, judgeList, listPools } from "../pools.ts";

/** "Register a new pool": the organization has one pool more, under the id that was answered. */
export const addsOnePool = check<PulumiRequirementId>("pulumi/createAgentPool/adds-one-pool", {
  title: "add one pool, and know it by the id that it answers",
  decides: [
    "create-agent-pool.creates",
    "create-agent-pool.id-serves-in-paths",
    "get-agent-pool.created",
    "list-agent-pools.agent-pools",
  ],
  needs: ["write", "state"],
  async run(context) {
    // Read before as well, so that a list that is kept for later is seen to be old. It may be empty, as no other list is.
    const before = await judgeList(context);
    const pool = await createPool(context);
    const when = "after it was created";
    const shown = await expectShown(context, "create-agent-pool.id-serves-in-paths", pool, { id: pool.id }, when);

    const { created } = factsOf(shown.json);
    if (created === 0) {
      const expected = "a moment after 1970 for a pool that was created just now";
      context.breach("get-agent-pool.created", { exchange: shown, pointer: "/created", expected, got: "0" });
    }

    const after = await listPools(context, isListed({ id: pool.id }));
    expectListedOnce(context, "create-agent-pool.creates", after, { id: pool.id, when });
    const { exchange } = after;
    const namesakes = after.pools.filter((each) => valueAt(each, "/name") === pool.name);
    if (namesakes.length > 1) {
      const expected = `one pool named ${JSON.stringify(pool.name)} after one request to create it`;
      const got = `${namesakes.length}, with the ids ${namesakes.map((each) => valueAt(each, "/id")).join(", ")}`;
      context.breach("create-agent-pool.creates", { exchange, pointer: "/agentPools", expected, got });
    }
    if (before.pools.some((each) => valueAt(each, "/id") === pool.id)) {
      const expected = "the id of a pool that was not there before";
      const got = `${pool.id}, which the list had already`;
      context.breach("create-agent-pool.creates", { exchange: pool.created, pointer: "/id", expected, got });
    }
  },
});
