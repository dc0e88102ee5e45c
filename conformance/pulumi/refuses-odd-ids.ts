import type { PulumiRequirementId } from "../../generated/pulumi/requirements.ts";
import { type Check, check } from "../kit/check.ts";
import { expectRefusals } from "./refusal.ts";

/** Per operation: what it does, and the row about a pool that does not exist. */
const operations = {
  getAgentPool: { does: "refuse", requirement: "get-agent-pool.unknown-pool-refused" },
  updateAgentPool: { does: "refuse to change", requirement: "update-agent-pool.unknown-pool-refused" },
  deleteAgentPool: { does: "refuse to delete", requirement: "delete-agent-pool.unknown-pool-refused" },
} as const satisfies Record<string, { does: string; requirement: PulumiRequirementId }>;

/** Texts that no server gives out as ids: an id is any text for the page, so these name a pool that does not exist. */
const oddIds = ["no such pool", "long".repeat(80), "東京"] as const;

/** These can mean another pool, or all of them, to a careless server, so they are only asked to be shown. */
const oddIdsToRead = ["-1", "pool' OR '1'='1"] as const;

/** Ids shorter than this may be numbers, whose beginnings are those of other pools. */
const leastUnguessable = 12;

/** No pool has an id that only looks like one, or that does not. */
export function refusesOddIds(operationId: keyof typeof operations): Omit<Check, "level"> {
  const { does, requirement } = operations[operationId];
  const isRead = operationId === "getAgentPool";
  return check<PulumiRequirementId>(`pulumi/${operationId}/refuses-odd-ids`, {
    title: `${does} an id that is like that of a pool, or like none`,
    decides: [requirement],
    needs: isRead ? ["state"] : ["write", "state"],
    async run(context) {
      const right = await context.validAsk(operationId);
      const known = right.path?.poolId ?? "";
      const beginnings = isRead && known.length >= leastUnguessable ? [known.slice(0, -1)] : [];
      const ids = [`${known}x`, ...beginnings, ...oddIds, ...(isRead ? oddIdsToRead : [])];
      const wrongs = ids.map((poolId) => ({ ...right, path: { ...right.path, poolId } }));
      await expectRefusals(context, { operationId, requirement, wrongs, right });
    },
  });
}
