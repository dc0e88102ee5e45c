import type { PulumiRequirementId } from "../../../generated/pulumi/requirements.ts";
import { valueAt } from "../../../src/contract/json-pointer.ts";
import { check } from "../../kit/check.ts";
import { observeUnit } from "../moments.ts";

/** "Get pool details": the page names no unit of `created` and `lastSeen`, so the one met is told. */
export const tellsMoments = check<PulumiRequirementId>("pulumi/getAgentPool/tells-moments", {
  title: "count the moments of a pool and its agents in a unit of its choice",
  decides: ["get-agent-pool.created", "agent.last-seen", "agent-pool.created-unit", "agent.last-seen-unit"],
  async run(context) {
    const { json } = await context.judge("getAgentPool", await context.validAsk("getAgentPool"), "success");
    observeUnit(context, "a pool", "created", [json]);
    const agents = valueAt(json, "/agents");
    if (Array.isArray(agents)) observeUnit(context, "an agent", "lastSeen", agents);
  },
});
