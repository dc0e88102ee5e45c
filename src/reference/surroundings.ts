import type { Surroundings } from "./service.ts";

const alphabet = "ABCDEFGHJKLMNPQRSTUVWXYZabcdefghijkmnopqrstuvwxyz23456789";
const idLength = 16;

/** The real clock and random ids. */
export const realSurroundings: Surroundings = {
  clock: () => new Date(),
  newId: (prefix) => `${prefix}${randomText()}`,
};

function randomText(): string {
  const bytes = crypto.getRandomValues(new Uint8Array(idLength));
  return Array.from(bytes, (byte) => alphabet[byte % alphabet.length]).join("");
}
