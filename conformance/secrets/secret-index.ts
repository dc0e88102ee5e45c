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

/** Placeholders by folded text, and these by its length: secrets of one kind begin alike, and are not tried one by one. */
type Alike = Map<number, Map<string, string>>;

/** Shorter ones are likely to be part of ordinary words. */
export const shortestUnmistakable = 8;

/** Of the rolling hash: any odd number that mixes well. */
const base = 0x01000193;
const leaving = power(base, shortestUnmistakable);

export function createSecretIndex(): SecretIndex {
  const entries = new Map<number, Alike>();
  // Tells at once of most places that nothing begins there.
  const isBeginning = new Uint8Array(1 << 16);

  return {
    add: (text, placeholder) => {
      if (text.length < shortestUnmistakable) return;
      const folded = fold(text);
      const hash = hashOf(folded);
      const alike: Alike = entries.get(hash) ?? new Map();
      entries.set(hash, alike);
      const ofLength = alike.get(folded.length) ?? new Map<string, string>();
      alike.set(folded.length, ofLength);
      if (!ofLength.has(folded)) ofLength.set(folded, placeholder);
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
        for (const [length, placeholders] of entries.get(hash) ?? []) {
          const there = spotOf(text, start, length, placeholders);
          if (there && there.end > (longest?.end ?? start)) longest = there;
        }
        if (longest) spots.push(longest);
      }
      return spots;
    },
  };
}

/** Where one of some texts of a length stands at a place: all of it, or its beginning where the rest was cut off. */
function spotOf(
  text: string,
  start: number,
  length: number,
  placeholders: ReadonlyMap<string, string>,
): Spot | undefined {
  const there = fold(text.slice(start, start + length + 1));
  const placeholder = placeholders.get(there.slice(0, length));
  if (placeholder !== undefined) return { start, end: start + length, placeholder };
  const cut = there.slice(0, Math.max(0, there.indexOf("…")));
  if (cut.length < shortestUnmistakable) return undefined;
  for (const [folded, name] of placeholders)
    if (folded.startsWith(cut)) return { start, end: start + cut.length, placeholder: name };
  return undefined;
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
