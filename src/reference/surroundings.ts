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

function randomText(): string {
  const bytes = crypto.getRandomValues(new Uint8Array(idLength));
  return Array.from(bytes, (byte) => alphabet[byte % alphabet.length]).join("");
}
