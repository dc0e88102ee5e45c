import { isMap, isScalar, isSeq, LineCounter, type Node, parseDocument } from "yaml";
import { tokensOf } from "../contract/json-pointer.ts";
import type { Mistake } from "../front/mistakes.ts";
import { foldSpelling } from "../front/spelling.ts";

/** A JSON or YAML text that knows in which line each of its values stands. */
export interface LocatedDocument {
  readonly value: unknown;
  /** What keeps the text from being JSON or YAML at all; then there is no value. */
  readonly fault: string | undefined;
  /** One line for each mistake: `data.yaml:3:5: /terraform/pools/0/name: …`. */
  readonly describe: (mistakes: readonly Mistake[]) => string;
}

const mostMistakes = 20;

/** @param name of the file, as its user knows it */
export function readLocated(text: string, name: string): LocatedDocument {
  const lines = new LineCounter();
  const document = parseDocument(text, { lineCounter: lines, prettyErrors: false });
  const [error] = document.errors;
  const placeAt = (offset: number) => {
    const { line, col } = lines.linePos(offset);
    return `${name}:${line}:${col}`;
  };
  const describe = (mistakes: readonly Mistake[]) => {
    const shown = mistakes
      .slice(0, mostMistakes)
      .map(
        ({ pointer, text: what }) =>
          `${placeAt(offsetOf(document.contents, tokensOf(pointer)))}: ${pointer || "/"}: ${what}`,
      );
    const more = mistakes.length - shown.length;
    return [...shown, ...(more > 0 ? [`and ${more} more`] : [])].join("\n");
  };
  if (error) return { value: undefined, fault: `${placeAt(error.pos[0])}: ${error.message}`, describe };
  try {
    return { value: document.toJS(), fault: undefined, describe };
  } catch (cause) {
    // An alias without its anchor, or more aliases than anybody writes.
    return { value: undefined, fault: `${placeAt(0)}: ${(cause as Error).message}`, describe };
  }
}

/** Where a value begins, or the nearest value around it that there is. Members may be spelt in another case. */
function offsetOf(node: unknown, tokens: readonly string[], fallback = 0): number {
  const here = (node as Node | null)?.range?.[0] ?? fallback;
  const [token, ...rest] = tokens;
  if (token === undefined) return here;
  if (isSeq(node)) return offsetOf(node.items[Number(token)], rest, here);
  if (!isMap(node)) return here;
  const pair =
    node.items.find(({ key }) => isScalar(key) && String(key.value) === token) ??
    node.items.find(({ key }) => isScalar(key) && foldSpelling(String(key.value)) === foldSpelling(token));
  if (!pair) return here;
  const keyOffset = (pair.key as Node).range?.[0] ?? here;
  return rest.length === 0 ? keyOffset : offsetOf(pair.value, rest, keyOffset);
}
