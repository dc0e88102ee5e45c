import leven from "leven";

/** How alike two names of members are: 0 for not at all, 1 for the same but for case and separators. */
export function nameLikeness(documented: string, found: string): number {
  const a = wordsOf(documented);
  const b = wordsOf(found);
  if (a.length === 0 || b.length === 0) return 0;
  if (a.join("") === b.join("")) return 1;
  const [fewer, more] = a.length <= b.length ? [a, b] : [b, a];
  return fewer.length === more.length ? likenessOfWords(a, b) : likenessOfPart(fewer, more);
}

/** `lastSeen`, `last_seen` and `LAST-SEEN` are all `last`, `seen`; `poolIDs` is `pool`, `ids`. */
export function wordsOf(name: string): string[] {
  return name
    .slice(0, longestName)
    .replaceAll(/(\p{Ll}|\p{N})(\p{Lu})/gu, "$1 $2")
    .replaceAll(/(\p{Lu})(\p{Lu}\p{Ll}{2})/gu, "$1 $2")
    .toLowerCase()
    .split(/[^\p{L}\p{N}]+/u)
    .filter((word) => word !== "");
}

/** Nobody names a member with more, so a hostile name costs no time. */
const longestName = 80;

/** More words than this around a name make another one of it. */
const mostExtraWords = 2;

/** Words behind a name that tell its form and not another thing. */
const formWords: ReadonlySet<string> = new Set(
  "at on time date timestamp id ids name key value count number list string".split(" "),
);

/** One name within the other: what stands before a name tells whose it is, what stands behind it often changes it. */
function likenessOfPart(fewer: readonly string[], more: readonly string[]): number {
  const extra = more.length - fewer.length;
  if (extra > mostExtraWords) return 0;
  const isEnd = fewer.every((word, index) => isSameWord(word, more[extra + index]));
  if (isEnd) return 0.8 - 0.05 * (extra - 1);
  const isBeginning = fewer.every((word, index) => isSameWord(word, more[index]));
  if (!isBeginning) return 0;
  const isForm = more.slice(fewer.length).every((word) => formWords.has(word));
  return isForm ? 0.75 - 0.05 * (extra - 1) : 0.6;
}

/** As many words: in another order, or with some that are spelt a little otherwise. */
function likenessOfWords(a: readonly string[], b: readonly string[]): number {
  if (a.every((word, index) => isSameWord(word, b[index]))) return 0.95;
  if (a.toSorted().join(" ") === b.toSorted().join(" ")) return 0.9;
  return a.every((word, index) => isSameWord(word, b[index]) || isMisspelt(word, b[index])) ? 0.65 : 0;
}

/** Of one letter there is no plural. */
const isSameWord = (a: string, b = "") => a === b || (a.length > 1 && b.length > 1 && (`${a}s` === b || a === `${b}s`));

/**
 * Whether at most a fifth of the letters differ. Short words never pass: `id` and `ip` differ in one letter too, and
 * `minimum` and `maximum` in two of seven.
 */
function isMisspelt(a: string, b = ""): boolean {
  const most = Math.floor(Math.max(a.length, b.length) / 5);
  // leven answers the limit itself for whatever lies beyond.
  return Math.min(a.length, b.length) > 4 && leven(a, b, { maxDistance: most + 1 }) <= most;
}
