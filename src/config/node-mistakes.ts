import { type Alias, type Document, isScalar, type Node, visit, type YAMLMap } from "yaml";
import { type PlacedMistake, quote } from "./mistake.ts";

type Locate = (offset: number) => { readonly line: number; readonly column: number };

/** Keys that stand twice in a mapping, and aliases that cannot be resolved. */
export function nodeMistakes(
  document: Document,
  at: Locate,
  mostAliases: number,
): { readonly duplicates: readonly PlacedMistake[]; readonly aliases: readonly PlacedMistake[] } {
  const duplicates: PlacedMistake[] = [];
  const aliases: PlacedMistake[] = [];
  let aliasCount = 0;
  visit(document, {
    Map: (_, map) => {
      for (const duplicate of duplicatesOf(map, at)) duplicates.push(duplicate);
    },
    Alias: (_, alias, ancestors) => {
      aliasCount += 1;
      const fault =
        aliasCount > mostAliases ? `more than ${mostAliases} aliases` : aliasFault(alias, document, ancestors);
      if (fault !== undefined) aliases.push({ ...at(alias.range?.[0] ?? 0), text: fault });
      // Each is looked up in the whole document, so what comes after too many is not looked at.
      return aliasCount > mostAliases ? visit.BREAK : undefined;
    },
  });
  return { duplicates, aliases };
}

function* duplicatesOf(map: YAMLMap, at: Locate): Generator<PlacedMistake> {
  const lines = new Map<unknown, number>();
  for (const { key } of map.items) {
    if (!isScalar(key)) continue;
    const place = at(key.range?.[0] ?? 0);
    const line = lines.get(key.value);
    if (line === undefined) lines.set(key.value, place.line);
    else
      yield { ...place, text: `${quote(String(key.value))} stands here a second time; the first is in line ${line}` };
  }
}

function aliasFault(alias: Alias, document: Document, ancestors: readonly unknown[]): string | undefined {
  const meant: Node | undefined = alias.resolve(document);
  if (meant === undefined) return `${quote(`*${alias.source}`)} repeats nothing: no &${alias.source} stands before it`;
  return ancestors.includes(meant) ? `${quote(`*${alias.source}`)} repeats what it stands in itself` : undefined;
}
