import type { PulumiRequirementId } from "../../../generated/pulumi/requirements.ts";
import { check } from "../../kit/check.ts";
import { createPool, expectShown, factsOf, lookAt } from "../pools.ts";

/** What the page does not let a request set stays as it is, whether such a request is refused or taken for the rest. */
export const keepsIdAndCreated = check<PulumiRequirementId>("pulumi/updateAgentPool/keeps-id-and-created", {
  title: "keep id and moment of creation, whatever a change says of them",
  decides: ["agent-pool.steady"],
  needs: ["write", "state"],
  async run(context) {
    const pool = await createPool(context);
    const { created } = factsOf((await lookAt(context, pool)).json);
    const body = { name: pool.name, description: pool.description, id: context.freshName(), created: 1 };
    const { answer } = await context.judge("updateAgentPool", { path: pool.path, body }, "either");
    const text = `a change that names id and created is answered ${answer.status}`;
    context.observe({ kind: "reading", pointer: "", text });
    await expectShown(context, "agent-pool.steady", pool, { created }, "after a change that names others");
  },
});
