import type { PulumiRequirementId } from "../../../generated/pulumi/requirements.ts";
import { describeValue } from "../../../src/contract/describe-value.ts";
import { valueAt } from "../../../src/contract/json-pointer.ts";
import { check } from "../../kit/check.ts";
import { hasFailed } from "../../kit/has-failed.ts";
import { createPool, expectShown } from "../pools.ts";

/** "Update a pool": the answer tells what was set, each time; also where the name, or all of it, stays what it is. */
export const answersNewValues = check<PulumiRequirementId>("pulumi/updateAgentPool/answers-new-values", {
  title: "answer a change with the values that it has set",
  decides: ["update-agent-pool.success", "update-agent-pool.answers-new-values", "update-agent-pool.updates"],
  needs: ["write", "state"],
  async run(context) {
    const pool = await createPool(context, { description: "As it was created" });
    const changes = [
      { name: context.freshName(), description: "As it was changed first" },
      { name: context.freshName(), description: "As it was changed next" },
    ];
    // A server that looks whether a name is taken must not find the pool itself.
    const last = { name: changes.at(-1)?.name ?? pool.name, description: "As it was changed at last" };
    // Sent twice: what changes nothing is a change like any other.
    changes.push(last, last);
    for (const change of changes) {
      const exchange = await context.judge("updateAgentPool", { path: pool.path, body: change }, "success");
      if (hasFailed(context)) return;
      for (const [member, value] of Object.entries(change)) {
        const got = valueAt(exchange.json, `/${member}`);
        if (got === value) continue;
        const expected = `${describeValue(value)}, which the request has set`;
        const breach = { exchange, pointer: `/${member}`, expected, got: describeValue(got) };
        context.breach("update-agent-pool.answers-new-values", breach);
      }
      await expectShown(context, "update-agent-pool.updates", pool, change, "after it was set");
    }
  },
});
