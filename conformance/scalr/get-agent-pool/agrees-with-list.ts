import type { ScalrRequirementId } from "../../../generated/scalr/requirements.ts";
import { isSuccess } from "../../../src/contract/judge-response.ts";
import { canonical } from "../../derived/canonical.ts";
import { check } from "../../kit/check.ts";
import type { CheckContext } from "../../kit/context.ts";
import { factsOf } from "../pool-facts.ts";
import { type Fault, itemsOf, type Query, reportIfLasting } from "../pool-list.ts";
import { lookAt, poolIn } from "../pools.ts";

const row: ScalrRequirementId = "get-agent-pool.agrees-with-list";
const mostPools = 4;

/** Pools of anybody: a list and a pool asked for tell the same. Their agents and workspaces come and go. */
export const agreesWithList = check<ScalrRequirementId>("scalr/getAgentPool/agrees-with-list", {
  title: "show a pool with the name and scope that the list has for it",
  decides: [row],
  needs: ["state"],
  async run(context) {
    const { query = {} } = await context.validAsk("listAgentPools");
    let count = 0;
    await reportIfLasting(context, async () => {
      const { compared, faults } = await compare(context, query);
      count += compared;
      return faults;
    });
    if (count === 0) context.unverified("the list is empty: create a pool, or pass --without pools", "pools");
  },
});

async function compare(context: CheckContext, query: Query) {
  const list = await context.judge("listAgentPools", { query }, "success");
  const pools = itemsOf(list).slice(0, mostPools);
  const faults: Fault[] = [];
  for (const { id, pool } of pools) {
    const shown = await lookAt(context, { agent_pool: id });
    const isThere = isSuccess(shown.answer.status);
    // One of them may leave the account open.
    const areNamed = [pool, poolIn(shown)].every((each) => factsOf(each).account.length > 0);
    const got = isThere ? steadyFacts(poolIn(shown), areNamed) : String(shown.answer.status);
    const expected = steadyFacts(pool, areNamed || !isThere);
    if (expected === got) continue;
    const told = `${expected}, as the list has ${id}`;
    faults.push({ requirement: row, exchange: shown, pointer: "/data", expected: told, got });
  }
  return { compared: pools.length, faults };
}

function steadyFacts(pool: unknown, hasAccount: boolean): string {
  const { id, name, account, environment } = factsOf(pool);
  return canonical({ id, name, environment, ...(hasAccount && { account }) });
}
