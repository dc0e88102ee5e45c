import { valueAt } from "../../src/contract/json-pointer.ts";

/** With this query a pool shows its agents, where it does not without, and their states, if the service has any. */
export const withAgents = { include: "agents" } as const;

const idleWords: ReadonlySet<unknown> = new Set(["idle", "offline", "errored", "exited", "unknown"]);

/** Whether one of a pool's agents is busy, by the included resources; undefined where these do not say. */
export function isBusy(json: unknown): boolean | undefined {
  const included = valueAt(json, "/included");
  const resources: readonly unknown[] = Array.isArray(included) ? included : [];
  const states = resources.map((each) => String(valueAt(each, "/attributes/status")).toLowerCase());
  if (states.includes("busy")) return true;
  return states.length > 0 && states.every((state) => idleWords.has(state)) ? false : undefined;
}
