import type { PulumiRequirementId } from "../../../generated/pulumi/requirements.ts";
import { describeValue } from "../../../src/contract/describe-value.ts";
import { valueAt } from "../../../src/contract/json-pointer.ts";
import { canonical } from "../../derived/canonical.ts";
import { check } from "../../kit/check.ts";
import type { CheckContext } from "../../kit/context.ts";
import type { Exchange } from "../../kit/exchange.ts";
import {
  createPool,
  factsOf,
  isListed,
  listPools,
  lookAt,
  organizationPath,
  type PoolFacts,
  type PoolList,
} from "../pools.ts";

const mostPoolsCompared = 6;

/** What list and details tell differently of a pool. */
interface Difference {
  readonly member: keyof PoolFacts;
  readonly listed: unknown;
  readonly shown: unknown;
  readonly exchange: Exchange;
}

/** "List registered pools": an item tells of its pool what the details tell, as far as both tell it. */
export const agreesWithGet = check<PulumiRequirementId>("pulumi/listAgentPools/agrees-with-get", {
  title: "tell of a pool in the list what its details tell",
  decides: ["list-agent-pools.agrees-with-get", "agent-pool.status-meaning"],
  needs: ["state"],
  async run(context) {
    const changed = context.has("write") ? await createChangedPool(context) : undefined;
    const list = await listPools(context, changed && isListed(changed));
    if (list.pools.length === 0)
      context.unverified("the organization has no pool: make one, or pass --without pools", "pools");
    for (const poolId of someOf(list, [changed?.id, context.fixture("poolWithAgents")])) {
      const differences = await compare(context, list, poolId);
      if (differences.length === 0) continue;
      // Somebody else may have changed or deleted it between the two reads.
      const again = await compare(context, await listPools(context), poolId);
      for (const { member, exchange, listed, shown } of again.filter((each) => isThereTwice(each, differences))) {
        const expected = `${describeValue(listed)}, as the list tells it of ${poolId}`;
        const { status } = exchange.answer;
        const got = status < 400 ? describeValue(shown) : `an answer ${status}`;
        const breach = { exchange, pointer: `/${member}`, expected, got };
        context.breach("list-agent-pools.agrees-with-get", breach);
      }
    }
  },
});

/** A pool that is not what it was created as: a list can remember that. */
async function createChangedPool(context: CheckContext) {
  const { id, path } = await createPool(context);
  const body = { name: context.freshName(), description: "Changed by a conformance run" };
  await context.prepare("updateAgentPool", { path, body });
  return { id, ...body };
}

/** Ids from both ends of the list, and those that are named. */
function someOf({ pools }: PoolList, named: readonly (string | undefined)[]): string[] {
  const ids = pools.map((pool) => String(valueAt(pool, "/id")));
  const half = Math.floor(mostPoolsCompared / 2);
  const wanted = new Set([...ids.filter((id) => named.includes(id)), ...ids.slice(0, half), ...ids.slice(-half)]);
  return [...wanted].slice(0, mostPoolsCompared);
}

async function compare(context: CheckContext, { pools }: PoolList, poolId: string): Promise<Difference[]> {
  const exchange = await lookAt(context, { path: { ...organizationPath(context), poolId } });
  const item = pools.find((pool) => valueAt(pool, "/id") === poolId);
  if (item === undefined) return [];
  observeStatus(context, item, exchange.json);
  const [listed, shown] = [factsOf(item), factsOf(exchange.json)];
  const members = Object.keys(listed) as (keyof PoolFacts)[];
  return members
    .filter((member) => canonical(listed[member]) !== canonical(shown[member]))
    .map((member) => ({ member, listed: listed[member], shown: shown[member], exchange }));
}

/** What makes a pool online is left open, so it is only told whether it is its agents. */
function observeStatus(context: CheckContext, item: unknown, details: unknown): void {
  const agents = valueAt(details, "/agents");
  if (!Array.isArray(agents)) return;
  const isOneOnline = agents.some((agent) => valueAt(agent, "/status") === "online");
  const text = `a pool is listed as ${valueAt(item, "/status")} where ${isOneOnline ? "an" : "no"} agent of it is online`;
  context.observe({ kind: "reading", pointer: "", text });
}

/** Neither id nor moment of creation of a pool ever changes, so a difference in them need not be the same twice. */
function isThereTwice(after: Difference, differences: readonly Difference[]): boolean {
  return differences.some((before) => {
    if (before.member !== after.member) return false;
    if (after.member === "id" || after.member === "created") return true;
    return canonical([before.listed, before.shown]) === canonical([after.listed, after.shown]);
  });
}
