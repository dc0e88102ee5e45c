import { valueAt } from "../../src/contract/json-pointer.ts";
import type { CheckContext } from "../kit/context.ts";
import type { Exchange } from "../kit/exchange.ts";

/** Runners as one answer lists them. */
export interface RunnerList {
  readonly exchange: Exchange;
  readonly runners: readonly unknown[];
}

/** Fixtures that name runners of the organization. */
const ownFixtures = ["runner", "otherRunner", "unavailableRunner"] as const;

export async function listRunners(
  context: CheckContext,
  operationId: "listRunners" | "listAvailableRunners" = "listRunners",
): Promise<RunnerList> {
  const exchange = await context.prepare(operationId, {});
  return { exchange, runners: runnersIn(exchange.json) };
}

export function runnersIn(json: unknown): readonly unknown[] {
  const runners = valueAt(json, "/runners");
  return Array.isArray(runners) ? runners : [];
}

export const idOf = (runner: unknown): string => String(valueAt(runner, "/id"));

export const runnerWithId = ({ runners }: RunnerList, id: string): unknown =>
  runners.find((runner) => idOf(runner) === id);

/** Ids of the runners that the target names as its own. */
export const namedRunners = (context: CheckContext): string[] => [
  ...new Set(ownFixtures.flatMap((name) => context.fixtures(name))),
];

/** Ids of a few runners: those that are named, and some from both ends of the list. */
export function someOf(context: CheckContext, { runners }: RunnerList, most: number): string[] {
  const ids = runners.map(idOf);
  const named = namedRunners(context).filter((id) => ids.includes(id));
  const half = Math.ceil(most / 2);
  return [...new Set([...named, ...ids.slice(-half), ...ids.slice(0, half)])].slice(0, most);
}
