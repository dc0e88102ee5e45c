import type { TerraformRequirementId } from "../../../generated/terraform/requirements.ts";
import { valueAt } from "../../../src/contract/json-pointer.ts";
import { check } from "../../kit/check.ts";
import { agentsThere, poolWithAgents } from "../agents.ts";
import { agentsList, itemAt, readList } from "../lists.ts";
import { expectAllAfter, expectNoneBefore, momentTaken, pingedIn, since } from "./filter.ts";

const keeps = "list-agents.filter-keeps";

/** The very moment of a ping is on either side; whoever pinged later or earlier is not in doubt. */
export const filtersOnTheMoment = check<TerraformRequirementId>("terraform/listAgents/filters-on-the-moment", {
  title: "take the moment of an agent's own last ping as the filter",
  decides: ["list-agents.filter-boundary", keeps],
  needs: ["state"],
  isAlone: true,
  async run(context) {
    const path = await poolWithAgents(context);
    const all = await agentsThere(context, path);
    const pinged = pingedIn(context, all);
    const agent = pinged[Math.floor(pinged.length / 2)];
    if (!agent) return;
    const lastPing = String(valueAt(agent.resource, "/attributes/last-ping-at"));
    const moment = await momentTaken(context, path, lastPing);
    const query = since(moment);
    const filtered = await readList(context, agentsList(path, query));
    expectNoneBefore(context, filtered, moment);
    await expectAllAfter(context, path, { all, filtered, moment });
    if (moment !== lastPing) return;
    const item = itemAt(filtered, agent.id);
    // One that has pinged again tells nothing.
    if (item && valueAt(item.resource, "/attributes/last-ping-at") !== moment) return;
    const text = `an agent whose last ping was at the moment of the filter is ${item ? "listed" : "left out"}`;
    context.observe({ kind: "reading", pointer: "", text });
  },
});
