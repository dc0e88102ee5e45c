import { gunzipSync } from "node:zlib";

/** No text is wrapped more often than this. */
const mostLayers = 4;

const escapes = /'\\''|%[\da-f]{2}|\\u[\da-f]{4}|\\["'/\\]|&#\d+;|&#x[\da-f]+;|&(?:amp|lt|gt|quot|apos);/gi;

const known: Readonly<Record<string, string>> = {
  "&amp;": "&",
  "&lt;": "<",
  "&gt;": ">",
  "&quot;": '"',
  "&apos;": "'",
};

/**
 * Which of some words, of ten characters or more, can be made out in a text, for tests of what must stay secret: in any
 * case, however often it was escaped for JSON, URLs, HTML or shells, in Base64, and in what the HTML report holds compressed.
 */
export function findLeaks(text: string, words: readonly string[]): string[] {
  const layers = [text, ...packsOf(text)].flatMap(layersOf);
  const folded = layers.map((layer) => layer.toLowerCase());
  return words.filter((word) => {
    const isPlain = folded.some((layer) => layer.includes(word.toLowerCase()));
    return isPlain || base64Of(word).some((form) => layers.some((layer) => layer.includes(form)));
  });
}

/** The text with its escapes taken away, again and again. */
function layersOf(text: string): string[] {
  const layers = [text];
  for (let layer = unescaped(text); layer !== layers.at(-1) && layers.length < mostLayers; layer = unescaped(layer))
    layers.push(layer);
  return layers;
}

function unescaped(text: string): string {
  return text.replaceAll(escapes, (written) => {
    if (written.startsWith("'")) return "'";
    if (/^\\\W/.test(written)) return written.slice(1);
    const digits = written.replaceAll(/^(?:%|\\u|&#x?)|;$/gi, "");
    return known[written] ?? String.fromCharCode(Number.parseInt(digits, /^&#\d/.test(written) ? 10 : 16));
  });
}

/** The middle of a word's Base64, which is the same whatever stands around it, for each place where it can begin. */
function base64Of(word: string): string[] {
  return [word, word.toLowerCase(), word.toUpperCase()].flatMap((each) =>
    [0, 1, 2].map((before) =>
      Buffer.from(`${"-".repeat(before)}${each}`)
        .toString("base64")
        .slice(4, -4),
    ),
  );
}

function packsOf(text: string): string[] {
  const packs = text.matchAll(/<script type="text\/plain" id="pack-\d+">([^<]*)</g);
  return [...packs].map(([, pack = ""]) => gunzipSync(Buffer.from(pack, "base64")).toString("utf8"));
}
