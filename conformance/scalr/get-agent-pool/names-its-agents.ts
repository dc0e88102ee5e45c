import type { ScalrRequirementId } from "../../../generated/scalr/requirements.ts";
import { check } from "../../kit/check.ts";
import type { CheckContext } from "../../kit/context.ts";
import type { Exchange } from "../../kit/exchange.ts";
import { withAgents } from "../agents.ts";
import { expectShown, factsOf } from "../pool-facts.ts";
import { type Fault, itemsOf, type Query, reportIfLasting } from "../pool-list.ts";
import { createPool, lookAt, neededFixture, poolIn } from "../pools.ts";
import { observeReading } from "../refusal.ts";

const row: ScalrRequirementId = "agent-pool.agents";

/** "The list of agents connected to the pool": some of a busy pool, the same in the list, and none of a new one. */
export const namesItsAgents = check<ScalrRequirementId>("scalr/getAgentPool/names-its-agents", {
  title: "name the agents of a pool, and none of another pool",
  decides: [row, "agent-pool.agents-data", "agent-pool.agent-identifier"],
  needs: ["state"],
  async run(context) {
    const id = neededFixture(context, "busyPool");
    const query = await queryFor(context, id);
    await reportIfLasting(context, (attempt) => findFaults(context, { id, query, attempt }));
    if (context.has("write")) await expectNone(context);
  },
});

/** Null stands in the sample, whose request includes nothing: agents may be named only where they are asked for. */
async function queryFor(context: CheckContext, id: string): Promise<Query> {
  const shown = await lookAt(context, { agent_pool: id });
  const { status } = shown.answer;
  if (status === 404)
    context.unverified(`the pool ${id} was answered 404: name another with --fixture busyPool=ID`, "busyPool");
  if (factsOf(poolIn(shown)).agents.length > 0) return {};
  observeReading(context, "agents of a pool: none named without include=agents");
  return withAgents;
}

interface Look {
  readonly id: string;
  readonly query: Query;
  readonly attempt: number;
}

/** In turns the one and the other first: agents come and go. */
async function findFaults(context: CheckContext, { id, query, attempt }: Look): Promise<Fault[]> {
  const get = () => context.judge("getAgentPool", { path: { agent_pool: id }, query }, "success");
  const list = () => context.judge("listAgentPools", { query: { "filter[agent-pool]": id, ...query } }, "success");
  const isListFirst = attempt % 2 === 0;
  const listedFirst = isListFirst ? await list() : undefined;
  const shown = await get();
  const listed = listedFirst ?? (await list());
  const item = itemsOf(listed).find((each) => each.id === id);
  const faults = faultsIn(shown, "/data", poolIn(shown));
  if (!item) return faults;
  const [ofPool, ofItem] = [factsOf(poolIn(shown)).agents.join(", "), factsOf(item.pool).agents.join(", ")];
  const pointer = `${item.pointer}/relationships/agents`;
  const expected = `${ofPool || "no agents"}, as the pool itself names them`;
  const differing = { requirement: row, exchange: listed, pointer, expected, got: ofItem || "none" };
  return [...faults, ...faultsIn(listed, item.pointer, item.pool), ...(ofPool === ofItem ? [] : [differing])];
}

function faultsIn(exchange: Exchange, pointer: string, pool: unknown): Fault[] {
  const { agents, id } = factsOf(pool);
  const at = { requirement: row, exchange, pointer: `${pointer}/relationships/agents` };
  const repeated = agents.find((agent, index) => agents.indexOf(agent) !== index);
  if (agents.length === 0) return [{ ...at, expected: `an agent of ${String(id)}, which is busy`, got: "none" }];
  return repeated === undefined ? [] : [{ ...at, expected: "each agent once", got: `${repeated} again` }];
}

async function expectNone(context: CheckContext): Promise<void> {
  const pool = await createPool(context);
  await expectShown(context, row, pool, { wanted: { agents: [] }, when: "before any agent has joined it" });
}
