import { valueAt } from "../../src/contract/json-pointer.ts";
import type { CheckContext } from "../kit/context.ts";
import type { Exchange } from "../kit/exchange.ts";
import { hrefOf, pathFault } from "../kit/links.ts";
import type { PoolDescription } from "./description.ts";

export const relatedAt = (at: string, name: string) => `${at}/relationships/${name}/links/related`;

/**
 * Links are paths from the root of the host that begin alike in every answer, since one cannot lead to a pool, or to what
 * belongs to it, if another one does. Another pool's are compared as far as its id is all that makes the difference.
 */
export function judgeSameLinks(
  context: CheckContext,
  { linkFormRow, related, relatedElsewhere = [] }: PoolDescription,
  { exchange, at, shown }: { readonly exchange: Exchange; readonly at: string; readonly shown: Exchange },
): void {
  const linked = [
    { row: linkFormRow, of: (start: string) => `${start}/links/self` },
    ...related.map(({ name }) => ({ row: linkFormRow, of: (start: string) => relatedAt(start, name) })),
    // Where nobody can follow it, that it is the same everywhere is all that there is to see.
    ...relatedElsewhere.map(({ name, row }) => ({ row, of: (start: string) => relatedAt(start, name) })),
  ];
  for (const { row, of } of linked) {
    const pointer = of(at);
    const [id, shownId] = [valueAt(exchange.json, `${at}/id`), valueAt(shown.json, "/data/id")];
    const link = pathFor(hrefOf(valueAt(shown.json, of("/data"))), shownId, id);
    const fault = row && link !== undefined && pathFault(valueAt(exchange.json, pointer), link);
    if (row && fault) context.breach(row, { exchange, pointer, ...fault });
  }
}

/** The link of one thing as that of another would be; undefined where the id is no part of the path by itself. */
function pathFor(link: unknown, id: unknown, other: unknown): string | undefined {
  if (typeof link !== "string" || typeof id !== "string" || typeof other !== "string") return undefined;
  if (id === other) return link;
  const segments = link.split("/");
  const place = segments.lastIndexOf(id);
  // How an id is encoded that has to be is up to the server.
  const isPlain = encodeURIComponent(other) === other;
  return place !== -1 && isPlain ? segments.with(place, other).join("/") : undefined;
}

/** What each pool has for itself is not to be found under one address for two of them. */
export function judgeSharedLinks(
  context: CheckContext,
  { relatedElsewhere = [] }: PoolDescription,
  listed: Exchange,
): void {
  const data = valueAt(listed.json, "/data");
  const items: readonly unknown[] = Array.isArray(data) ? data : [];
  for (const { name, row } of relatedElsewhere) {
    const owners = new Map<string, unknown>();
    for (const [index, item] of items.entries()) {
      const href = hrefOf(valueAt(item, relatedAt("", name)));
      const id = valueAt(item, "/id");
      if (typeof href !== "string") continue;
      const owner = owners.get(href);
      if (owner !== undefined && owner !== id) {
        const expected = `an address of its own for ${id}`;
        const got = `${href}, which ${owner} has as well`;
        context.breach(row, { exchange: listed, pointer: relatedAt(`/data/${index}`, name), expected, got });
        // Of many that have the same one is enough.
        break;
      }
      owners.set(href, id);
    }
  }
}
