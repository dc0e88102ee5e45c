/**
 * One line of JSON that is laid out.
 * @typedef {object} JsonLine
 * @property {number} depth
 * @property {string | undefined} pointer of the value that begins here, if one does
 * @property {JsonPart[]} parts
 *
 * @typedef {{ readonly kind: "key" | "text" | "literal" | "mark", readonly text: string }} JsonPart
 */

const longest = 300_000;
const deepest = 60;
const words = /"[^"\\]*(?:\\.[^"\\]*)*"|[{}[\],:]|[^\s{}[\],:"]+/g;

/**
 * JSON laid out in lines without a change to what it says: numbers, escapes and members that are given twice stay as
 * they were sent. `undefined` for what is no JSON, too long or too deep.
 * @param {string} text
 * @returns {readonly JsonLine[] | undefined}
 */
export function formatJson(text) {
  if (text.length > longest || !isJson(text)) return undefined;
  const found = text.match(words) ?? [];
  if (depthOf(found) > deepest) return undefined;
  /** @type {JsonLine[]} */
  const lines = [];
  let next = 0;
  let line = beginLine(0, "");
  writeValue("", 0);
  return lines;

  /**
   * @param {string} pointer
   * @param {number} depth
   */
  function writeValue(pointer, depth) {
    const opening = take();
    if (opening !== "{" && opening !== "[") return say(opening.startsWith('"') ? "text" : "literal", opening);
    const closing = opening === "{" ? "}" : "]";
    say("mark", opening);
    if (found[next] !== closing) writeMembers(pointer, depth + 1, opening === "{");
    else take();
    say("mark", closing);
  }

  /**
   * @param {string} pointer
   * @param {number} depth
   * @param {boolean} areNamed
   */
  function writeMembers(pointer, depth, areNamed) {
    for (let index = 0, isMore = true; isMore; index += 1) {
      const key = areNamed ? take() : undefined;
      const at = `${pointer}/${key === undefined ? index : segmentOf(key)}`;
      line = beginLine(depth, at);
      if (key !== undefined) {
        say("key", key);
        say("mark", `${take()} `);
      }
      writeValue(at, depth);
      isMore = take() === ",";
      if (isMore) say("mark", ",");
    }
    line = beginLine(depth - 1, undefined);
  }

  function take() {
    const word = found[next] ?? "";
    next += 1;
    return word;
  }

  /**
   * @param {JsonPart["kind"]} kind
   * @param {string} text
   */
  function say(kind, text) {
    line.parts.push({ kind, text });
  }

  /**
   * @param {number} depth
   * @param {string | undefined} pointer
   */
  function beginLine(depth, pointer) {
    /** @type {JsonLine} */
    const begun = { depth, pointer, parts: [] };
    lines.push(begun);
    return begun;
  }
}

/** @param {string} text */
function isJson(text) {
  try {
    JSON.parse(text);
    return true;
  } catch {
    return false;
  }
}

/** @param {readonly string[]} found */
function depthOf(found) {
  let depth = 0;
  let most = 0;
  for (const word of found) {
    if (word === "{" || word === "[") depth += 1;
    if (word === "}" || word === "]") depth -= 1;
    most = Math.max(most, depth);
  }
  return most;
}

/**
 * A key, with its quotation marks, as a segment of a JSON pointer.
 * @param {string} key
 */
function segmentOf(key) {
  return String(JSON.parse(key)).replaceAll("~", "~0").replaceAll("/", "~1");
}
