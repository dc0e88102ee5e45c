/** A place in a text, and the name of the secret that stands there. */
export interface Spot {
  readonly start: number;
  readonly end: number;
  readonly placeholder: string;
}

/** Finds any of many texts in another one, in a time that does not grow with how many they are, and in any case of ASCII. */
export interface SecretIndex {
  /** Takes no text of less than 8 units: they are part of too much else. */
  readonly add: (text: string, placeholder: string) => void;
  readonly find: (text: string) => Spot[];
}

interface Entry {
  readonly folded: string;
  readonly placeholder: string;
}

/** Shorter ones are likely to be part of ordinary words. */
export const shortestUnmistakable = 8;

/** What is left of a text whose end was cut off without a word. */
const shortestCut = 16;

/** Of the rolling hash: any odd number that mixes well. */
const base = 0x01000193;
const leaving = power(base, shortestUnmistakable);

export function createSecretIndex(): SecretIndex {
  const known = new Set<string>();
  const entries = new Map<number, Entry[]>();
  // Tells at once of most places that nothing begins there.
  const isBeginning = new Uint8Array(1 << 16);

  return {
    add: (text, placeholder) => {
      if (text.length < shortestUnmistakable) return;
      const folded = fold(text);
      if (known.has(folded)) return;
      known.add(folded);
      const hash = hashOf(folded);
      const alike = entries.get(hash);
      if (alike) alike.push({ folded, placeholder });
      else entries.set(hash, [{ folded, placeholder }]);
      isBeginning[hash >>> 16] = 1;
    },
    find: (text) => {
      const spots: Spot[] = [];
      let hash = 0;
      for (let index = 0; index < text.length; index += 1) {
        hash = roll(hash, foldUnit(text.charCodeAt(index)));
        const start = index + 1 - shortestUnmistakable;
        if (start > 0) hash = (hash - Math.imul(foldUnit(text.charCodeAt(start - 1)), leaving)) | 0;
        if (start < 0 || isBeginning[hash >>> 16] === 0) continue;
        // The longest, since one may be the beginning of another.
        let longest: Spot | undefined;
        for (const { folded, placeholder } of entries.get(hash) ?? []) {
          const end = start + lengthThere(folded, text, start);
          if (end > (longest?.end ?? start)) longest = { start, end, placeholder };
        }
        if (longest) spots.push(longest);
      }
      return spots;
    },
  };
}

/** How much of a text stands at a place: all of it, or its beginning where the rest was cut off; 0 if it is another text. */
function lengthThere(folded: string, text: string, start: number): number {
  let length = 0;
  while (length < folded.length && folded.charCodeAt(length) === foldUnit(text.charCodeAt(start + length))) length += 1;
  if (length === folded.length) return length;
  const isCut = start + length === text.length ? length >= shortestCut : text[start + length] === "…";
  return isCut && length >= shortestUnmistakable ? length : 0;
}

function hashOf(folded: string): number {
  let hash = 0;
  for (let index = 0; index < shortestUnmistakable; index += 1) hash = roll(hash, folded.charCodeAt(index));
  return hash;
}

function roll(hash: number, unit: number): number {
  return (Math.imul(hash, base) + unit) | 0;
}

function power(number: number, exponent: number): number {
  return exponent === 0 ? 1 : Math.imul(number, power(number, exponent - 1));
}

/** Servers put headers and hosts into lower case. */
function fold(text: string): string {
  return text.replaceAll(/[A-Z]+/g, (upper) => upper.toLowerCase());
}

function foldUnit(unit: number): number {
  return unit >= 65 && unit <= 90 ? unit + 32 : unit;
}
