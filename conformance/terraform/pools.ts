import type { TerraformRequirementId } from "../../generated/terraform/requirements.ts";
import { describeValue } from "../../src/contract/describe-value.ts";
import { valueAt } from "../../src/contract/json-pointer.ts";
import { canonical } from "../derived/canonical.ts";
import type { CheckContext } from "../kit/context.ts";
import type { Ask, Exchange } from "../kit/exchange.ts";
import { textAt } from "../kit/text-at.ts";

/** A pool that a check has created. */
export interface OwnPool {
  readonly id: string;
  readonly path: { readonly agent_pool_id: string };
  /** The name that was sent. */
  readonly name: string;
  /** The exchange that created it. */
  readonly created: Exchange;
}

/** JSON pointers, in a resource, to what every answer about a pool tells alike. */
export const factPointers = [
  "/id",
  "/type",
  "/attributes/name",
  "/attributes/created-at",
  "/relationships/workspaces/data",
] as const;

export type PoolFacts = Readonly<Partial<Record<(typeof factPointers)[number], unknown>>>;

/** A resource in an answer, and where it stands there. */
export interface Shown {
  readonly exchange: Exchange;
  readonly resource: unknown;
  readonly pointer: string;
}

export const inOrganization = (context: CheckContext) => ({
  path: { organization_name: context.datum("organization") },
});

export const poolDocument = (name: unknown) => ({ data: { type: "agent-pools", attributes: { name } } });

/** The body of a PATCH. The page's sample has no id; JSON:API wants it, and a server may. */
export const changeDocument = (id: string, attributes?: Readonly<Record<string, unknown>>) => ({
  data: { id, type: "agent-pools", ...(attributes && { attributes }) },
});

export const creationOf = (context: CheckContext, name: unknown): Ask => ({
  ...inOrganization(context),
  body: poolDocument(name),
});

/** Creates a pool that the check needs; ends the check as unverified if that fails. */
export async function createPool(context: CheckContext, name = context.freshName()): Promise<OwnPool> {
  return ownPool(context, name, await context.prepare("createAgentPool", creationOf(context, name)));
}

/** The pool that a request has created. */
export function ownPool(context: CheckContext, name: string, created: Exchange): OwnPool {
  const id = textAt(context, created, "/data/id");
  return { id, path: { agent_pool_id: id }, name, created };
}

export const renaming = ({ id, path }: Pick<OwnPool, "id" | "path">, name: string): Ask => ({
  path,
  body: changeDocument(id, { name }),
});

/** Reads a pool of which the check has yet to say whether it has to be there. */
export const lookAt = (context: CheckContext, { path }: Pick<OwnPool, "path">) =>
  context.judge("showAgentPool", { path }, "either");

export const dataOf = (exchange: Exchange): Shown => ({
  exchange,
  resource: valueAt(exchange.json, "/data"),
  pointer: "/data",
});

export function factsOf(resource: unknown): PoolFacts {
  return Object.fromEntries(factPointers.map((pointer) => [pointer, valueAt(resource, pointer)]));
}

/** Reports each fact about a pool that is not as wanted. `when` says since what it has to be so. */
export function expectFacts(
  context: CheckContext,
  requirement: TerraformRequirementId,
  { exchange, resource, pointer }: Shown,
  wanted: PoolFacts,
  when: string,
): void {
  for (const fact of factPointers) {
    if (!Object.hasOwn(wanted, fact)) continue;
    const got = valueAt(resource, fact);
    if (isSameFact(fact, got, wanted[fact])) continue;
    const expected = `${describeFact(wanted[fact])} ${when}`;
    context.breach(requirement, { exchange, pointer: `${pointer}${fact}`, expected, got: describeFact(got) });
  }
}

/** Reads a pool that has to be there, and compares it; undefined where it is not there, which is reported. */
export async function expectShown(
  context: CheckContext,
  requirement: TerraformRequirementId,
  pool: Pick<OwnPool, "id" | "path">,
  wanted: PoolFacts,
  when: string,
): Promise<Shown | undefined> {
  const exchange = await lookAt(context, pool);
  const { status } = exchange.answer;
  if (status >= 300) {
    const expected = `200 for the pool ${pool.id} ${when}`;
    context.breach(requirement, { exchange, place: "status", expected, got: String(status) });
    return undefined;
  }
  const shown = dataOf(exchange);
  expectFacts(context, requirement, shown, { "/id": pool.id, ...wanted }, when);
  return shown;
}

/** Moments can be written in several ways, and workspaces come in any order. */
export function isSameFact(pointer: string, a: unknown, b: unknown): boolean {
  const [momentA, momentB] = [a, b].map((value) => (typeof value === "string" ? Date.parse(value) : Number.NaN));
  // Where microseconds are kept, rounding makes a difference of one.
  if (pointer.endsWith("-at") && Math.abs(Number(momentA) - Number(momentB)) <= 1) return true;
  if (Array.isArray(a) && Array.isArray(b)) return idsIn(a).sort().join() === idsIn(b).sort().join();
  return canonical(a) === canonical(b);
}

export function describeFact(value: unknown): string {
  if (!Array.isArray(value) || value.length === 0) return describeValue(value);
  return `the workspaces ${idsIn(value).join(", ")}`;
}

const idsIn = (identifiers: readonly unknown[]) => identifiers.map((each) => String(valueAt(each, "/id")));
