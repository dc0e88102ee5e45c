import type { TerraformRequirementId } from "../../generated/terraform/requirements.ts";
import { valueAt } from "../../src/contract/json-pointer.ts";
import { type Check, check } from "../kit/check.ts";
import type { CheckContext } from "../kit/context.ts";
import type { Ask, Exchange } from "../kit/exchange.ts";
import { hasFailed } from "../kit/has-failed.ts";
import { expectRefusal } from "./refusal.ts";

/** Per read: what it is about, its parameter, the rows about the thing named and about the one that is not there. */
const operations = {
  listAgentPools: {
    title: "know an organization by its whole name",
    parameter: "organization_name",
    rows: ["list-agent-pools.not-found", "list-agent-pools.membership"],
  },
  listAgents: {
    title: "know the pool whose agents it lists by its whole id",
    parameter: "agent_pool_id",
    rows: ["list-agents.not-found", "list-agents.membership"],
  },
  showAgentPool: {
    title: "know a pool by its whole id",
    parameter: "agent_pool_id",
    rows: ["show-agent-pool.not-found", "show-agent-pool.agent-pool-id"],
  },
  showAgent: {
    title: "know an agent by its whole id",
    parameter: "agent_id",
    rows: ["show-agent.not-found", "show-agent.agent-id"],
  },
} as const satisfies Record<
  string,
  { title: string; parameter: string; rows: readonly [TerraformRequirementId, TerraformRequirementId] }
>;

/**
 * Ids that begin like one that there is, or that one begins like. Nobody has the longer one; the shorter one may well
 * be somebody else's, so of that only what is ours is not to be shown. Ids are only read by, since a server that is
 * mistaken about them could be mistaken for other people's things as well.
 */
export function refusesSimilarId(operationId: keyof typeof operations): Omit<Check, "level"> {
  const { title, parameter, rows } = operations[operationId];
  const [notFound, named] = rows;
  return check<TerraformRequirementId>(`terraform/${operationId}/refuses-similar-id`, {
    title,
    decides: rows,
    needs: ["state"],
    async run(context) {
      const right = await context.validAsk(operationId);
      const id = right.path?.[parameter] ?? "";
      const own = idsIn(await context.judge(operationId, right, "success"));
      const asking = (other: string): Ask => ({ ...right, path: { ...right.path, [parameter]: other } });
      const longer = `${id}-poolproof`;
      const because = `as there is ${id}, but no ${longer}`;
      // Any 4xx will do: a server may see by its form that this is no id of its own, before it looks for it.
      const refused = await expectRefusal(context, {
        operationId,
        ask: asking(longer),
        requirement: notFound,
        because,
      });
      const text = `something longer than an id is answered ${refused.answer.status}`;
      context.observe({ kind: "reading", pointer: "", text });
      if (id.length < 2) return;
      const shorter = id.slice(0, -1);
      const shown = await context.judge(operationId, asking(shorter), "either");
      expectNoneOf(context, named, { shown, own, id, shorter });
      if (operationId.startsWith("show")) expectNoOther(context, named, shown, shorter);
    },
  });
}

function idsIn({ json }: Exchange): string[] {
  const data = valueAt(json, "/data");
  return [data].flat().flatMap((each) => {
    const id = valueAt(each, "/id");
    return typeof id === "string" ? [id] : [];
  });
}

function expectNoneOf(
  context: CheckContext,
  requirement: TerraformRequirementId,
  found: { readonly shown: Exchange; readonly own: readonly string[]; readonly id: string; readonly shorter: string },
): void {
  const { shown, own, id, shorter } = found;
  const mistaken = idsIn(shown).find((each) => own.includes(each));
  if (mistaken === undefined) return;
  const expected = `nothing of ${id} under ${shorter}`;
  context.breach(requirement, {
    exchange: shown,
    pointer: "/data",
    expected,
    got: `${mistaken}, which belongs to ${id}`,
  });
}

/** What a read shows has the id that it was asked for, whoever it belongs to. */
function expectNoOther(context: CheckContext, requirement: TerraformRequirementId, shown: Exchange, id: string): void {
  const [got] = idsIn(shown);
  if (got === undefined || got === id || hasFailed(context)) return;
  context.breach(requirement, { exchange: shown, pointer: "/data/id", expected: `${id}, or a refusal`, got });
}
