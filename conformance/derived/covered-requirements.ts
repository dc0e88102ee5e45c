import type { Contract } from "../../src/contract/contract.ts";
import { valueAt } from "../../src/contract/json-pointer.ts";
import type { Operation } from "../../src/contract/operations.ts";
import type { Requirement } from "../../src/requirement.ts";
import type { Check } from "../kit/check.ts";
import { kebab } from "./kebab.ts";

/** What a check holds the server to, as pointers into the bundle. */
export interface Held {
  /** With all that lies below, or is referred to from there. */
  readonly wholly?: readonly string[];
  /** These very places. */
  readonly exactly?: readonly string[];
}

/**
 * Requirements that a check decides by holding the server to parts of the contract. Left out are those that wait for a
 * check of their own, and those of another operation that share a component with this one.
 */
export function coveredRequirements(
  { bundle, operations }: Contract,
  requirements: Readonly<Record<string, Requirement>>,
  operation: Operation,
  { wholly = [], exactly = [] }: Held,
): string[] {
  const reached = new Set<string>();
  for (const place of wholly) reach(place);
  const isReached = (pointer: string) =>
    exactly.includes(pointer) || [...reached].some((place) => pointer === place || pointer.startsWith(`${place}/`));
  const others = operations.filter((each) => each !== operation).map(({ id }) => `${kebab(id)}.`);
  const isOfAnother = (id: string) => others.some((prefix) => id.startsWith(prefix));
  return Object.entries(requirements).flatMap(([id, { contract = [], unchecked }]) =>
    unchecked === undefined && !isOfAnother(id) && contract.some(isReached) ? [id] : [],
  );

  function reach(place: string): void {
    // An example shows one case of many; that it is answered proves nothing of the server.
    if (reached.has(place) || place.startsWith("#/components/examples/")) return;
    reached.add(place);
    collect(valueAt(bundle, place));
  }

  function collect(node: unknown): void {
    if (typeof node !== "object" || node === null) return;
    if ("$ref" in node && typeof node.$ref === "string") reach(node.$ref);
    for (const child of Object.values(node)) collect(child);
  }
}

/** Requirements about the documented answers of the statuses that a refusal brings about. */
export function refusalRows(
  contract: Contract,
  requirements: Readonly<Record<string, Requirement>>,
  { id, operationId, provokes }: Pick<Check, "id" | "operationId" | "provokes">,
): string[] {
  const operation = contract.operations.find((each) => each.id === operationId);
  const isRefusal = /\/refuses-[^/]+$/.test(id);
  if (!operation || !isRefusal) return [];
  const wholly = operation.responses.flatMap(({ status, pointer, definition }) =>
    provokes.includes(status) ? [pointer, definition] : [],
  );
  return coveredRequirements(contract, requirements, operation, { wholly });
}
