import type { TerraformRequirementId } from "../../../generated/terraform/requirements.ts";
import { isSuccess } from "../../../src/contract/judge-response.ts";
import { check } from "../../kit/check.ts";
import { agentsThere, poolWithAgents } from "../agents.ts";
import { agentsList, readList } from "../lists.ts";
import { expectAllAfter, inSeconds, pingedIn, since } from "./filter.ts";

const row = "list-agents.filter-offset";
const hourMs = 60 * 60_000;
const offsetHours = 12;

/** ISO 8601 writes a moment with any offset from UTC; the example of the page has none. */
export const takesOffsetFromUtc = check<TerraformRequirementId>("terraform/listAgents/takes-offset-from-utc", {
  title: "understand, or refuse, a moment with an offset from UTC",
  decides: [row],
  needs: ["state"],
  isAlone: true,
  async run(context) {
    const path = await poolWithAgents(context);
    const all = await agentsThere(context, path);
    const newest = pingedIn(context, all).at(-1)?.ping ?? 0;
    // Read as though it had no offset, this would be half a day after the last ping.
    const local = inSeconds(Math.ceil(newest / 1000) * 1000 - 1000 + offsetHours * hourMs);
    const moment = local.replace("Z", `+${offsetHours}:00`);
    const query = since(moment);
    const { answer } = await context.judge("listAgents", { path, query }, "either");
    const text = `a moment with an offset from UTC is answered ${answer.status}`;
    context.observe({ kind: "reading", pointer: "", text });
    if (!isSuccess(answer.status)) return;
    const filtered = await readList(context, agentsList(path, query));
    await expectAllAfter(context, path, { all, filtered, moment, row });
  },
});
