import { valueAt } from "../../src/contract/json-pointer.ts";
import type { CheckContext } from "../kit/context.ts";
import type { Exchange } from "../kit/exchange.ts";
import { observeReading } from "./refusal.ts";

/** Of a pool without workspaces the table has the relationship, and the sample has not. */
export function observeWorkspacesForm(context: CheckContext, { json }: Exchange): void {
  const isThere = valueAt(json, "/data/relationships/workspaces") !== undefined;
  observeReading(context, `workspaces of a pool that has none: ${isThere ? "null or empty" : "left out"}`);
}
