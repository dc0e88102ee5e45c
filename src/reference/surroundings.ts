import type { Surroundings } from "./service.ts";

const alphabet = "ABCDEFGHJKLMNPQRSTUVWXYZabcdefghijkmnopqrstuvwxyz23456789";
const idLength = 16;

/** The real clock and random ids. */
export const realSurroundings: Surroundings = {
  clock: () => new Date(),
  newId: (prefix) => `${prefix}${randomText()}`,
};

/** The text of an id, each character drawn by a number from 0 up to 1. */
export function textOf(random: () => number): string {
  return Array.from({ length: idLength }, () => alphabet[Math.floor(random() * alphabet.length)]).join("");
}

/** Drawn for many ids at once: one call for each would take longer than all else that a creation does. */
const drawn = new Uint8Array(idLength * 256);
let used = drawn.length;

function randomText(): string {
  if (used === drawn.length) {
    crypto.getRandomValues(drawn);
    used = 0;
  }
  let text = "";
  for (const end = used + idLength; used < end; used += 1) text += alphabet[(drawn[used] ?? 0) % alphabet.length];
  return text;
}
