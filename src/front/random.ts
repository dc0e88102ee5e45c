/** Numbers from 0 up to but without 1 that follow from a text alone: the same text, the same numbers. No use for secrets. */
export function createRandom(seed: string): () => number {
  let state = hash(seed);
  return () => {
    state ^= state << 13;
    state ^= state >>> 17;
    state ^= state << 5;
    return (state >>> 0) / 2 ** 32;
  };
}

function hash(text: string): number {
  let state = 0x811c9dc5;
  for (const character of text) state = Math.imul(state ^ (character.codePointAt(0) ?? 0), 0x01000193);
  // Texts that differ in their last character only would otherwise begin alike.
  state = Math.imul(state ^ (state >>> 16), 0x7feb352d);
  state = Math.imul(state ^ (state >>> 15), 0x846ca68b);
  // A state of 0 would stay 0.
  return (state ^ (state >>> 16)) | 0 || 1;
}
