import type { operations } from "../../generated/agentsmesh/types.ts";
import { valueAt } from "../../src/contract/json-pointer.ts";
import type { CheckContext } from "../kit/context.ts";
import type { Ask } from "../kit/exchange.ts";

/** Fixtures that `--fixture` takes, in the order of the documentation. */
export const fixtureNames = ["runner", "otherRunner", "unavailableRunner", "foreignRunner"] as const;

export const kinds = {
  runners: ["runner", "otherRunner", "unavailableRunner", "available-runners", "pods"],
  "available-runners": [],
  pods: [],
  "other-tenant": ["foreignRunner"],
} as const;

/** The runner that the target names, or else the one with the most pods. */
async function runner(context: CheckContext): Promise<string> {
  const told = context.fixture("runner");
  if (told !== undefined) return told;
  const { json } = await context.prepare("listRunners", {});
  const listed = valueAt(json, "/runners");
  const podsOn = (item: unknown) => Number(valueAt(item, "/pod_count")) || 0;
  const [busiest] = Array.isArray(listed) ? listed.toSorted((a, b) => podsOn(b) - podsOn(a)) : [];
  const id = valueAt(busiest, "/id");
  return id === undefined
    ? context.unverified("there is no runner: pass --fixture runner=ID, or --without runners", "runners")
    : String(id);
}

/** A valid request of each operation. */
export const asks = {
  listRunners: () => ({}),
  getRunner: async (context) => ({ path: { id: await runner(context) } }),
  listAvailableRunners: () => ({}),
  listRunnerPods: async (context) => ({ path: { id: await runner(context) } }),
} as const satisfies Record<keyof operations, (context: CheckContext) => Promise<Ask> | Ask>;
