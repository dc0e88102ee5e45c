import type { Contract } from "../../src/contract/contract.ts";
import { valueAt } from "../../src/contract/json-pointer.ts";
import type { Requirement } from "../../src/requirement.ts";

/** Requirements whose contract pointers lie at, below or in what is referred to from the given places of the bundle, or at one place exactly. */
export function coveredRequirements(
  { bundle }: Contract,
  requirements: Readonly<Record<string, Requirement>>,
  places: readonly string[],
  exactly?: string,
): string[] {
  const reached = new Set<string>();
  for (const place of places) reach(place);
  const isReached = (pointer: string) =>
    pointer === exactly || [...reached].some((place) => pointer === place || pointer.startsWith(`${place}/`));
  return Object.entries(requirements).flatMap(([id, { contract = [] }]) => (contract.some(isReached) ? [id] : []));

  function reach(place: string): void {
    if (reached.has(place)) return;
    reached.add(place);
    collect(valueAt(bundle, place));
  }

  function collect(node: unknown): void {
    if (typeof node !== "object" || node === null) return;
    if ("$ref" in node && typeof node.$ref === "string") reach(node.$ref);
    for (const child of Object.values(node)) collect(child);
  }
}
