import { tokensOf } from "../contract/json-pointer.ts";
import { type Markup, markup } from "../report/html/markup.ts";
import type { ApiFacts } from "./site-facts.ts";
import { operationPath } from "./site-paths.ts";
import type { SitePlace } from "./site-place.ts";

/** A pointer into the contract as people read it; one into an operation leads to it in the reference. */
export function contractPointer(place: SitePlace, { id, contract }: ApiFacts, pointer: string): Markup {
  const operation = contract.operations.find((each) => isAtOrBelow(pointer, each.pointer));
  if (!operation)
    return markup`<code title="${pointer}">${tokensOf(pointer)
      .filter((token) => !plumbing.has(token))
      .join(" › ")}</code>`;
  const rest = tokensOf(pointer.slice(operation.pointer.length));
  return markup`<a href="${place.to(operationPath(id, contract.bundle, operation))}" title="${pointer}"><code>${[operation.id, ...rest].join(" › ")}</code></a>`;
}

/** Tokens that say where things lie in a bundle, and nothing of the things. */
const plumbing = new Set(["components", "schemas", "properties", "parameters", "responses", "examples"]);

export function isAtOrBelow(pointer: string, place: string): boolean {
  return pointer === place || pointer.startsWith(`${place}/`);
}
