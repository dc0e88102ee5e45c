import type { TerraformRequirementId } from "../../../generated/terraform/requirements.ts";
import { isSuccess } from "../../../src/contract/judge-response.ts";
import { check } from "../../kit/check.ts";
import type { CheckContext } from "../../kit/context.ts";
import { agentsThere, poolWithAgents } from "../agents.ts";
import { agentsList, expectListedOnce, itemAt, poolsList, readList } from "../lists.ts";

const row = "list-agents.membership";
const mostPools = 40;

/** Agents that are named to us are each in the list of some pool, whatever state they are in. */
export const listsEveryAgent = check<TerraformRequirementId>("terraform/listAgents/lists-every-agent", {
  title: "list every agent of a pool once, over all pages",
  decides: [row],
  needs: ["state"],
  // No other check may delete an agent meanwhile, or it would be missed for that.
  isAlone: true,
  async run(context) {
    const path = await poolWithAgents(context);
    const known = await knownAgents(context);
    if (known.length === 0) {
      const remedy = "pass --fixture busyAgent=ID or another, or --without agents";
      context.unverified(`no agent is known but from lists: ${remedy}`, "busyAgent");
    }
    const listing = await agentsThere(context, path);
    const here = known.filter((id) => itemAt(listing, id));
    const elsewhere = known.filter((id) => !here.includes(id));
    if (elsewhere.length > 0) await expectSomewhere(context, path.agent_pool_id, elsewhere);
    const isRepeated = (id: string) => listing.items.filter((item) => item.id === id).length > 1;
    if (here.some(isRepeated)) {
      const when = "as it is an agent of the pool";
      await expectListedOnce(context, row, agentsList(path), here, when, { isWhole: true });
    }
  },
});

/** Agents of the fixtures that are there now. */
async function knownAgents(context: CheckContext): Promise<string[]> {
  const named = ["busyAgent", "idleAgent", "deletableAgent"].flatMap((name) => context.fixtures(name).slice(0, 3));
  const known: string[] = [];
  for (const id of new Set(named)) {
    const { answer } = await context.judge("showAgent", { path: { agent_id: id } }, "either");
    if (isSuccess(answer.status)) known.push(id);
  }
  return known;
}

/** Nobody says that an agent which is named is one of the pool which is named, but of some pool it is. */
async function expectSomewhere(context: CheckContext, poolId: string, agents: readonly string[]): Promise<void> {
  const pools = await readList(context, poolsList(context));
  const others = pools.items.map(({ id }) => id).filter((id) => id !== poolId);
  let missing = agents;
  let areComplete = pools.isComplete && others.length <= mostPools;
  for (const id of others.slice(0, mostPools)) {
    if (missing.length === 0) return;
    const listing = await readList(context, agentsList({ agent_pool_id: id }));
    areComplete &&= listing.isComplete;
    missing = missing.filter((agent) => !itemAt(listing, agent));
  }
  // Once more where it was looked for first: it may have moved from one page to another.
  const again = await readList(context, agentsList({ agent_pool_id: poolId }));
  for (const agent of missing.filter((each) => !itemAt(again, each))) {
    const shown = await context.judge("showAgent", { path: { agent_id: agent } }, "either");
    if (!isSuccess(shown.answer.status)) continue;
    if (!areComplete || !again.isComplete) {
      const remedy = "name a pool of fewer agents, in which it is, with --fixture poolWithAgents=ID";
      context.unverified(`the agent ${agent} was not found in what was read of the lists: ${remedy}`, "poolWithAgents");
    }
    const exchange = again.pages.at(-1) ?? shown;
    const expected = `${agent} in the list of ${poolId} or of another of the organization's ${pools.items.length} pools`;
    context.breach(row, {
      exchange,
      pointer: "/data",
      expected,
      got: "it in none of them, though it is shown by its id",
    });
  }
}
