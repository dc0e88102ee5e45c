import type { TerraformRequirementId } from "../../generated/terraform/requirements.ts";
import { valueAt } from "../../src/contract/json-pointer.ts";
import { isSuccess } from "../../src/contract/judge-response.ts";
import { type Check, check } from "../kit/check.ts";
import type { CheckContext } from "../kit/context.ts";
import type { Ask, Exchange } from "../kit/exchange.ts";
import { endIfShown, seenByOwner } from "../kit/foreign-thing.ts";
import { fixtureNeeded } from "./fixture-needed.ts";
import { changeDocument } from "./pools.ts";
import { expectRefusal } from "./refusal.ts";

/** Per operation: what it does, the row about a pool that the user has no part in, and the row about the 404. */
const operations = {
  showAgentPool: { does: "show a pool", row: "show-agent-pool.unauthorized" },
  listAgents: { does: "list the agents of a pool", row: "list-agents.unauthorized" },
  updateAgentPool: { does: "change a pool", row: "update-agent-pool.unauthorized" },
  deleteAgentPool: {
    does: "delete a pool",
    row: "delete-agent-pool.foreign-pool",
    statusRow: "delete-agent-pool.not-found",
  },
} as const satisfies Record<string, { does: string; row: TerraformRequirementId; statusRow?: TerraformRequirementId }>;

const reads = ["showAgentPool", "listAgents"];

/** The pool of another organization, whose id happens to be known. */
export function refusesForeignPool(operationId: keyof typeof operations): Omit<Check, "level"> {
  const { does, row, ...further } = operations[operationId];
  const statusRows = "statusRow" in further ? [further.statusRow] : [];
  const isRead = reads.includes(operationId);
  return check<TerraformRequirementId>(`terraform/${operationId}/refuses-foreign-pool`, {
    title: `refuse to ${does} of another organization`,
    decides: [row, ...statusRows, "errors.no-data", ...(isRead ? [] : (["errors.nothing-changed"] as const))],
    needs: isRead ? ["state"] : ["write", "state"],
    async run(context) {
      const id = fixtureNeeded(context, "foreignPool");
      const right = await context.validAsk(operationId);
      const thing = { fixture: "foreignPool", id, operationId: "showAgentPool", ask: { path: { agent_pool_id: id } } };
      if (!isRead) await endIfShown(context, thing);
      const before = await seenByOwner(context, thing);
      for (const { ask, statuses } of wrongAsks(context, operationId, id)) {
        const because = `as the pool ${id} belongs to another organization`;
        const refusal = { operationId, ask, requirement: row, because, ...further, ...(statuses && { statuses }) };
        const refused = await expectRefusal(context, refusal);
        await expectKept(context, { before, refused, id });
        // What was carried out once is not asked for in a graver form.
        if (isSuccess(refused.answer.status)) return;
      }
      await context.control(operationId, right);
    },
  });
}

/** A change that names nothing to change comes first: a server that takes it is found out without harm. */
function wrongAsks(context: CheckContext, operationId: string, id: string) {
  const path = { agent_pool_id: id };
  const asks: { ask: Ask; statuses?: readonly number[] }[] = [];
  // What a list is asked for beside does not make it theirs.
  const query = { "filter[last-ping-since]": "2020-08-11T10:41:23Z", "page[size]": "1" };
  if (operationId === "listAgents") asks.push({ ask: { path, query } });
  if (operationId !== "updateAgentPool") return [...asks, { ask: { path }, statuses: [404] }];
  asks.push({ ask: { path, body: changeDocument(id) } });
  asks.push({ ask: { path, body: changeDocument(id, { name: context.freshName() }) }, statuses: [404] });
  return asks;
}

/** The foreign pool as its own user sees it; undefined without such a user. */
async function foreignPool(context: CheckContext, id: string): Promise<Exchange | undefined> {
  if (context.otherToken === undefined) return undefined;
  const ask = { path: { agent_pool_id: id }, token: context.otherToken };
  const shown = await context.judge("showAgentPool", ask, "either");
  return isSuccess(shown.answer.status) ? shown : undefined;
}

/** Its own people may change it as well, so only that it is gone or bears the name that we sent counts. */
async function expectKept(
  context: CheckContext,
  { before, refused, id }: { readonly before: Exchange | undefined; readonly refused: Exchange; readonly id: string },
): Promise<void> {
  if (!before || refused.operation.method === "GET") return;
  const after = await foreignPool(context, id);
  const [was, is] = [before, after].map((shown) => valueAt(shown?.json, "/data/attributes/name"));
  if (after && !(is !== was && typeof is === "string" && is.startsWith(context.namePrefix))) return;
  const expected = `the foreign pool ${id} still named ${JSON.stringify(was)}`;
  const got = `${after ? JSON.stringify(is) : "none any more"}, after the request was answered ${refused.answer.status}`;
  context.breach("errors.nothing-changed", { exchange: refused, expected, got });
}
