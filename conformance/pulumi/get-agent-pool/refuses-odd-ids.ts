import type { PulumiRequirementId } from "../../../generated/pulumi/requirements.ts";
import { check } from "../../kit/check.ts";
import { organizationPath } from "../pools.ts";
import { expectRefusals } from "../refusal.ts";

/** Texts that no server gives out as ids: an id is any text for the page, so these name a pool that does not exist. */
const oddIds = ["no such pool", "-1", "pool' OR '1'='1", "long".repeat(80), "東京"] as const;

/** Ids shorter than this may be numbers, whose beginnings are those of other pools. */
const leastUnguessable = 12;

/** "Get pool details": no pool has an id that only looks like one, or that does not. */
export const refusesOddIds = check<PulumiRequirementId>("pulumi/getAgentPool/refuses-odd-ids", {
  title: "refuse an id that is like that of a pool, or like none",
  decides: ["get-agent-pool.unknown-pool-refused"],
  needs: ["state"],
  async run(context) {
    const right = await context.validAsk("getAgentPool");
    const known = right.path?.poolId ?? "";
    const similar = known.length < leastUnguessable ? [`${known}x`] : [`${known}x`, known.slice(0, -1)];
    const wrongs = [...similar, ...oddIds].map((poolId) => ({ path: { ...organizationPath(context), poolId } }));
    const requirement = "get-agent-pool.unknown-pool-refused";
    await expectRefusals(context, { operationId: "getAgentPool", requirement, wrongs, right });
  },
});
