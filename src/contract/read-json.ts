/** JSON as a value, or why it could not be read. */
export type JsonReading =
  | { readonly ok: true; readonly value: unknown }
  | { readonly ok: false; readonly reason: string };

/** Deeper than any documented body by far; usual readers refuse as much, as they may (RFC 8259, 9). */
const mostLevels = 1000;
/** More values take more memory than a body of their length should. */
const mostValues = 250_000;
const [quote = 0, comma, openArray, closeArray, openObject, closeObject] = Array.from('",[]{}', (character) =>
  character.charCodeAt(0),
);
/** What is shorter cannot hurt. */
const harmlessLength = 10_000;

/** Reads JSON that came from outside, unless it is made to take its reader's memory. */
export function readJson(text: string): JsonReading {
  const excess = text.length > harmlessLength ? excessOf(text) : undefined;
  if (excess !== undefined) return { ok: false, reason: excess };
  try {
    return { ok: true, value: JSON.parse(text) };
  } catch (error) {
    return { ok: false, reason: `text that is not JSON (${(error as Error).message})` };
  }
}

function excessOf(text: string): string | undefined {
  let levels = 0;
  let values = 0;
  for (let index = 0; index < text.length; index += 1) {
    const code = text.charCodeAt(index);
    if (code === quote) index = endOfString(text, index);
    else if (code === openArray || code === openObject) levels += 1;
    else if (code === closeArray || code === closeObject) levels -= 1;
    else if (code === comma) values += 1;
    if (levels > mostLevels) return `a document of more than ${mostLevels} levels`;
    if (values > mostValues) return `a document of more than ${mostValues} values`;
  }
  return undefined;
}

function endOfString(text: string, start: number): number {
  let end = text.indexOf('"', start + 1);
  while (end !== -1 && isEscaped(text, end)) end = text.indexOf('"', end + 1);
  return end === -1 ? text.length : end;
}

function isEscaped(text: string, index: number): boolean {
  let backslashes = 0;
  while (text[index - 1 - backslashes] === "\\") backslashes += 1;
  return backslashes % 2 === 1;
}
