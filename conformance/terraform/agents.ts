import { valueAt } from "../../src/contract/json-pointer.ts";
import { isSuccess } from "../../src/contract/judge-response.ts";
import type { CheckContext } from "../kit/context.ts";
import { agentsList, type Listed, type Listing, readList } from "./lists.ts";

/** JSON pointers, in a resource, to what every answer about an agent tells alike. */
export const agentFactPointers = [
  "/id",
  "/type",
  "/attributes/name",
  "/attributes/status",
  "/attributes/ip-address",
  "/attributes/last-ping-at",
] as const;

/** Statuses in which an agent may be deleted ("Delete an Agent"). */
export const deletableStatuses: ReadonlySet<unknown> = new Set(["unknown", "errored", "exited"]);

export type PoolPath = { readonly agent_pool_id: string };

/** The pool whose agents are looked at: the one that is named, or one that can be found. */
export async function poolWithAgents(context: CheckContext): Promise<PoolPath> {
  const { path } = await context.validAsk("listAgents");
  return { agent_pool_id: path?.agent_pool_id ?? "" };
}

/** The agents of that pool; ends the check as unverified if there are none. */
export async function agentsThere(context: CheckContext, path: PoolPath): Promise<Listing> {
  const listing = await readList(context, agentsList(path));
  if (listing.items.length === 0) {
    const remedy = "pass --fixture poolWithAgents=ID, or --without agents";
    context.unverified(`the pool ${path.agent_pool_id} has no agents: ${remedy}`, "agents");
  }
  return listing;
}

/** When an agent pinged last, in milliseconds; undefined where it never did. */
export function lastPingOf({ resource }: Pick<Listed, "resource">): number | undefined {
  const moment = valueAt(resource, "/attributes/last-ping-at");
  const ms = typeof moment === "string" ? Date.parse(moment) : Number.NaN;
  return Number.isNaN(ms) ? undefined : ms;
}

export const statusOf = ({ resource }: Pick<Listed, "resource">) => valueAt(resource, "/attributes/status");

/** The status of an agent as it is shown now; undefined where it is not there. */
export async function statusNow(context: CheckContext, id: string): Promise<unknown> {
  const { answer, json } = await context.judge("showAgent", { path: { agent_id: id } }, "either");
  return isSuccess(answer.status) ? valueAt(json, "/data/attributes/status") : undefined;
}
