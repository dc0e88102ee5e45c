import type { TerraformRequirementId } from "../../../generated/terraform/requirements.ts";
import { valueAt } from "../../../src/contract/json-pointer.ts";
import { check } from "../../kit/check.ts";
import { agentFactPointers, poolWithAgents } from "../agents.ts";
import { expectAgreement } from "../agreement.ts";
import { agentsList, type Listed } from "../lists.ts";

const mostAgents = 7;

/** The samples show the same resource in both. Agents move on, so what moves is looked at again. */
export const agentAgreesWithList = check<TerraformRequirementId>("terraform/showAgent/agrees-with-list", {
  title: "show an agent as the list of agents has it",
  decides: ["show-agent.agrees-with-list", "show-agent.agent-id", "agent.status-values"],
  needs: ["state"],
  async run(context) {
    await expectAgreement(context, {
      list: agentsList(await poolWithAgents(context)),
      pick,
      show: (id) => ({ operationId: "showAgent", ask: { path: { agent_id: id } } }),
      facts: agentFactPointers,
      requirement: "show-agent.agrees-with-list",
      identity: "show-agent.agent-id",
      lacks: "agents",
    });
  },
});

/** One of each status, and one of each kind that lacks something, since those are easily shown otherwise. */
function pick(items: readonly Listed[]): readonly Listed[] {
  const kindsOf = ({ resource }: Listed) => [
    `status ${valueAt(resource, "/attributes/status")}`,
    ...["name", "ip-address", "last-ping-at"].filter((name) => valueAt(resource, `/attributes/${name}`) === null),
  ];
  const seen = new Set<string>();
  const picked = items.filter((item) => {
    const isNew = kindsOf(item).some((kind) => !seen.has(kind));
    for (const kind of kindsOf(item)) seen.add(kind);
    return isNew;
  });
  return [...new Set([...picked, ...items.slice(-1)])].slice(0, mostAgents);
}
