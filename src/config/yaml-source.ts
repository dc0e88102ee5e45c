import { type Document, isAlias, isMap, isScalar, isSeq, LineCounter, type Node, parseDocument } from "yaml";
import { describePath, type Mistake, type Path, type PlacedMistake } from "./mistake.ts";
import { nodeMistakes } from "./node-mistakes.ts";
import { syntaxMistakes } from "./syntax-mistakes.ts";

/** A YAML file that was read, with the way back from a value to its line. */
export interface YamlSource {
  /** What it says, as plain values; undefined if it could not be understood. */
  readonly value: unknown;
  /** What is wrong with it as YAML. */
  readonly mistakes: readonly PlacedMistake[];
  readonly place: (mistake: Mistake) => PlacedMistake;
  /** How a plain number is written there, `007`, which its value no longer tells. */
  readonly writtenAt: (path: Path) => string | undefined;
}

/** Beyond it, what a short file says could be of any length. */
const mostAliases = 100;

/** Reads YAML 1.2 of plain data: one document, no tags of one's own, no merge keys. */
export function parseYaml(text: string): YamlSource {
  const lineCounter = new LineCounter();
  const document = parseDocument(text, {
    lineCounter,
    prettyErrors: false,
    logLevel: "error",
    schema: "core",
    merge: false,
    resolveKnownTags: false,
    stringKeys: true,
    // The library compares every key with every other, which takes a minute for 60,000 of them.
    uniqueKeys: false,
  });
  const at = (offset: number) => {
    const { line, col } = lineCounter.linePos(offset);
    return { line: Math.max(line, 1), column: Math.max(col, 1) };
  };
  const place = (mistake: Mistake) => ({
    ...at(offsetOf(document, mistake)),
    text: [describePath(mistake.about ?? mistake.at), mistake.text].filter(Boolean).join(": "),
  });
  const writtenAt = (path: Path) => {
    const { value } = follow(document, path);
    return isScalar(value) && typeof value.value === "number" ? value.source : undefined;
  };

  const syntax = syntaxMistakes(document, at);
  if (syntax.length > 0) return { value: undefined, mistakes: syntax, place, writtenAt };
  const { duplicates, aliases } = nodeMistakes(document, at, mostAliases);
  if (aliases.length > 0) return { value: undefined, mistakes: [...duplicates, ...aliases], place, writtenAt };
  try {
    return { value: document.toJS({ maxAliasCount: mostAliases }), mistakes: duplicates, place, writtenAt };
  } catch {
    const text = "its aliases (*NAME) repeat each other too often: write out what they stand for";
    return { value: undefined, mistakes: [...duplicates, { line: 1, column: 1, text }], place, writtenAt };
  }
}

/** Offset of the key or value; of the nearest thing around it where it is missing. */
function offsetOf(document: Document, { at, part }: Mistake): number {
  const { key, value } = follow(document, at);
  const [first, second] = part === "key" ? [key, value] : [value, key];
  return first?.range?.[0] ?? second?.range?.[0] ?? document.contents?.range?.[0] ?? 0;
}

/** Goes down a path as far as it leads. */
function follow(document: Document, path: Path): { key: Node | undefined; value: Node | undefined } {
  let [key, value] = [undefined as Node | undefined, document.contents as Node | undefined];
  for (const step of path) {
    const inside = isAlias(value) ? value.resolve(document) : value;
    if (isMap<Node, Node>(inside)) {
      const pair = inside.items.findLast((each) => isScalar(each.key) && each.key.value === step);
      if (!pair) return { key, value: key ? undefined : value };
      [key, value] = [pair.key, pair.value ?? undefined];
    } else if (isSeq<Node>(inside)) {
      const item = inside.items[Number(step)];
      if (!item) break;
      [key, value] = [item, item];
    } else break;
  }
  return { key, value };
}
