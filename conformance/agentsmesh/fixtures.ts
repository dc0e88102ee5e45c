import type { operations } from "../../generated/agentsmesh/types.ts";
import { valueAt } from "../../src/contract/json-pointer.ts";
import { isSuccess } from "../../src/contract/judge-response.ts";
import type { CheckContext } from "../kit/context.ts";
import type { Ask } from "../kit/exchange.ts";
import { look } from "../kit/look.ts";

/** Fixtures that `--fixture` takes, in the order of the documentation. */
export const fixtureNames = ["runner", "otherRunner", "unavailableRunner", "foreignRunner"] as const;

export const kinds = {
  runners: ["runner", "otherRunner", "unavailableRunner", "available-runners", "pods"],
  "available-runners": [],
  pods: [],
  "other-tenant": ["foreignRunner", "otherToken"],
} as const;

/** Whether a runner is shown by itself, or in the list, which has all of them. */
async function isRunner(context: CheckContext, id: string): Promise<boolean> {
  const shown = await look(context, "getRunner", { path: { id } });
  if (isSuccess(shown.answer.status)) return true;
  const listed = valueAt((await look(context, "listRunners", {})).json, "/runners");
  return Array.isArray(listed) && listed.some((runner) => String(valueAt(runner, "/id")) === id);
}

export const sights = { runner: isRunner, otherRunner: isRunner, unavailableRunner: isRunner } as const;

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
