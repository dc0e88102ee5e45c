/** What a target can do, apart from the data that it holds. */
export const capabilities = {
  write: "requests that create, change or delete",
  state: "what is written is remembered, and unknown ids are unknown",
  paging: "lists that are cut into pages as asked for",
  draw: "documented errors on demand, by Prefer: code=…",
} as const;

export type Capability = keyof typeof capabilities;

/** Named sets of capabilities. */
export const profiles = {
  full: ["write", "state", "paging"],
  "read-only": ["state", "paging"],
  mock: ["write", "draw"],
} as const satisfies Record<string, readonly Capability[]>;

export type ProfileName = keyof typeof profiles;

export function isProfileName(word: string): word is ProfileName {
  return Object.hasOwn(profiles, word);
}
