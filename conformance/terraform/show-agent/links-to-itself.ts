import type { TerraformRequirementId } from "../../../generated/terraform/requirements.ts";
import { describeValue } from "../../../src/contract/describe-value.ts";
import { valueAt } from "../../../src/contract/json-pointer.ts";
import { check } from "../../kit/check.ts";
import type { CheckContext } from "../../kit/context.ts";
import type { Exchange } from "../../kit/exchange.ts";
import { hrefOf, pathFault, targetOf } from "../../kit/links.ts";

/** Samples of "Show an Agent" and "List Agents". */
export const agentLinksToItself = check<TerraformRequirementId>("terraform/showAgent/links-to-itself", {
  title: "link an agent to itself, in the list as well",
  decides: ["agent.self-link-target", "jsonapi.self-link"],
  needs: ["state"],
  async run(context) {
    const ask = await context.validAsk("showAgent");
    const shown = await context.prepare("showAgent", ask);
    judgeLink(context, shown, "/data");
    const listed = await context.prepare("listAgents", await context.validAsk("listAgents"));
    const agents = valueAt(listed.json, "/data");
    for (const [index, agent] of Array.isArray(agents) ? agents.entries() : []) {
      judgeLink(context, listed, `/data/${index}`);
      if (index === 0) await judgePath(context, listed, agent);
    }
  },
});

function judgeLink(context: CheckContext, exchange: Exchange, at: string): void {
  const link = hrefOf(valueAt(exchange.json, `${at}/links/self`));
  const id = valueAt(exchange.json, `${at}/id`);
  // That there is a link, and an id, is for the contract to say.
  if (typeof link !== "string" || typeof id !== "string") return;
  const target = targetOf(context.session, link, exchange);
  if (target?.operation.id === "showAgent" && target.params.agent_id === id) return;
  const expected = `an address of showAgent for ${id}`;
  context.breach("agent.self-link-target", {
    exchange,
    pointer: `${at}/links/self`,
    expected,
    got: describeValue(link),
  });
}

/** The first agent of the list has to be linked to by the same path where it is shown by itself. */
async function judgePath(context: CheckContext, listed: Exchange, agent: unknown): Promise<void> {
  const path = { agent_id: String(valueAt(agent, "/id")) };
  const shown = await context.judge("showAgent", { path }, "either");
  const fault = pathFault(valueAt(agent, "/links/self"), valueAt(shown.json, "/data/links/self"));
  if (fault) context.breach("agent.self-link-target", { exchange: listed, pointer: "/data/0/links/self", ...fault });
}
