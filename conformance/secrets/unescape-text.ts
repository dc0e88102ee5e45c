/** A text without one layer of escapes. */
export interface Unescaped {
  readonly text: string;
  /** Where a unit of it begins in the text that was given; its length leads to the end of that. */
  readonly sourceOf: (index: number) => number;
}

/** As URLs, JSON, JSON pointers, HTML, XML and POSIX shells write a character that means something to them, or any other. */
const escapes =
  /%[\da-f]{2}|\\u[\da-f]{4}|\\x[\da-f]{2}|\\["'/\\]|&#\d{1,7};|&#x[\da-f]{1,6};|&(?:amp|lt|gt|quot|apos);|~[01]|'\\''/gi;

const named: Readonly<Record<string, string>> = {
  "&amp;": "&",
  "&lt;": "<",
  "&gt;": ">",
  "&quot;": '"',
  "&apos;": "'",
  "~0": "~",
  "~1": "/",
  "'\\''": "'",
};

/** Undoes every escape of a text once, whatever wrote it; undefined if there is none. */
export function unescapeText(text: string): Unescaped | undefined {
  if (!/[%\\&~]/.test(text)) return undefined;
  const starts: number[] = [];
  const gaps: number[] = [];
  let plain = "";
  let end = 0;
  let gap = 0;
  for (const { 0: written, index } of text.matchAll(escapes)) {
    const unit = unitOf(written);
    if (unit === undefined) continue;
    plain += text.slice(end, index) + unit;
    end = index + written.length;
    gap += written.length - 1;
    starts.push(plain.length);
    gaps.push(gap);
  }
  if (starts.length === 0) return undefined;
  return { text: plain + text.slice(end), sourceOf: (index) => index + (gaps[lastUpTo(starts, index)] ?? 0) };
}

/** What an escape stands for, where that is one unit of UTF-16. */
function unitOf(written: string): string | undefined {
  const known = named[written.toLowerCase()];
  if (known !== undefined) return known;
  if (/^\\\W$/.test(written)) return written[1];
  const digits = written.replace(/^(?:%|\\[ux]|&#x?)/i, "").replace(";", "");
  const code = Number.parseInt(digits, /^&#\d/.test(written) ? 10 : 16);
  return code <= 0xffff ? String.fromCharCode(code) : undefined;
}

/** Index of the last of some rising numbers that is not above a limit; -1 if there is none. */
function lastUpTo(numbers: readonly number[], limit: number): number {
  let [from, to] = [0, numbers.length];
  while (from < to) {
    const middle = (from + to) >> 1;
    if ((numbers[middle] ?? 0) <= limit) from = middle + 1;
    else to = middle;
  }
  return from - 1;
}
