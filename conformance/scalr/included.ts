import type { ScalrRequirementId } from "../../generated/scalr/requirements.ts";
import { valueAt } from "../../src/contract/json-pointer.ts";
import { isSuccess } from "../../src/contract/judge-response.ts";
import type { CheckContext } from "../kit/context.ts";
import type { Exchange } from "../kit/exchange.ts";

export type IncludePath = "account" | "agents" | "environment" | "workspaces";

export interface Inclusion {
  /** The row about the parameter, and the one about the form of what is included. */
  readonly requirement: ScalrRequirementId;
  readonly form: "agent-pool.included" | "list-agent-pools.included";
  /** Paths that the request named. */
  readonly paths: readonly IncludePath[];
}

/** The query that asks for the paths; none for none. */
export const includeQuery = (paths: readonly IncludePath[]): Readonly<Record<string, string>> =>
  paths.length === 0 ? {} : { include: paths.join(",") };

/** Reports where `included` is not exactly what the relationships on the paths name, each resource once. */
export function expectIncluded(context: CheckContext, exchange: Exchange, { requirement, form, paths }: Inclusion) {
  if (!isSuccess(exchange.answer.status)) return;
  const data = valueAt(exchange.json, "/data");
  const pools: readonly unknown[] = Array.isArray(data) ? data : [data];
  const wanted = new Set(pools.flatMap((pool) => paths.flatMap((path) => identitiesAt(pool, path))));
  const included = valueAt(exchange.json, "/included") ?? [];
  const given = Array.isArray(included) ? included.map(identityOf) : [];
  const request = paths.length === 0 ? "without include" : `with include=${paths.join(",")}`;
  const report = (row: ScalrRequirementId, expected: string, resources: readonly string[], suffix: string) => {
    if (resources.length === 0) return;
    const got = `${resources.join(", ")} ${suffix}`;
    context.breach(row, { exchange, pointer: "/included", expected: `${expected} ${request}`, got });
  };
  const named = wanted.size === 0 ? "nothing" : `${[...wanted].join(", ")}, as the relationships name,`;
  report(
    requirement,
    named,
    [...wanted].filter((each) => !given.includes(each)),
    "missing",
  );
  report(
    requirement,
    named,
    given.filter((each) => !wanted.has(each)),
    "as well",
  );
  report(
    form,
    "each resource once",
    given.filter((each, index) => given.indexOf(each) !== index),
    "again",
  );
}

function identitiesAt(pool: unknown, path: IncludePath): string[] {
  const data = valueAt(pool, `/relationships/${path}/data`) ?? [];
  return (Array.isArray(data) ? data : [data]).map(identityOf);
}

const identityOf = (resource: unknown) => `${String(valueAt(resource, "/type"))} ${String(valueAt(resource, "/id"))}`;
