import type { PulumiRequirementId } from "../../../generated/pulumi/requirements.ts";
import { describeValue } from "../../../src/contract/describe-value.ts";
import { valueAt } from "../../../src/contract/json-pointer.ts";
import { check } from "../../kit/check.ts";
import { observeUnit } from "../moments.ts";
import { createPool, organizationPath } from "../pools.ts";

const moments = ["lastSeen", "lastDeployment"] as const;

/** "List registered pools": neither the unit of a moment nor the sign for one that never was stands on the page. */
export const tellsMoments = check<PulumiRequirementId>("pulumi/listAgentPools/tells-moments", {
  title: "tell when a pool was used in a unit and with a sign of its choice",
  decides: [
    "list-agent-pools.created",
    "list-agent-pools.last-seen",
    "list-agent-pools.last-deployment",
    "agent-pool.last-seen-unit",
    "agent-pool.last-seen-never",
    "agent-pool.last-deployment-unit",
    "agent-pool.last-deployment-never",
  ],
  async run(context) {
    // So that there is one that was never used.
    if (context.has("write") && context.has("state")) await createPool(context);
    const { json } = await context.judge("listAgentPools", { path: organizationPath(context) }, "success");
    const listed = valueAt(json, "/agentPools");
    const pools: readonly unknown[] = Array.isArray(listed) ? listed : [];
    for (const member of moments) observeUnit(context, "a listed pool", member, pools);
    for (const pool of pools.filter(isUnused)) {
      for (const member of moments) {
        const text = `${member} of a pool never used is ${describeValue(valueAt(pool, `/${member}`))}`;
        context.observe({ kind: "reading", pointer: "", text });
      }
    }
  },
});

/** Whatever sign a server has for it: there is no moment in either place. */
const isUnused = (pool: unknown) => moments.every((member) => !valueAt(pool, `/${member}`));
