/** What a name may consist of, by what the page calls it; each is put behind the beginning that all names of a run have. Short, as no page says how long names may be. */
export const allowedEndings = [
  { what: "capital letters", ending: "ABCXYZ" },
  { what: "small letters", ending: "abcxyz" },
  { what: "digits", ending: "024689" },
  { what: "hyphens", ending: "a-b--c" },
  { what: "underscores", ending: "a_b__c" },
] as const;

/** All kinds of characters, where the name below is too long. */
export const shortMixedName = (freshName: string) => `${freshName}Z_9-x`;

/** No page knows a longest name. This one fits whatever a server is likely to keep names in. */
const longName = 64;

/** A long name of all kinds of characters, none of which can be left out unseen. */
export function mixedName(freshName: string): string {
  const filling = "Zz9_-0Aa_Qq8-Mm7__Kk6--Yy5";
  const missing = longName - freshName.length - "_End".length;
  return `${freshName}${filling.repeat(3).slice(0, Math.max(missing, filling.length))}_End`;
}

/** A name that others can be like. */
export const nameToBeLike = (freshName: string) => `${freshName}-ab`;

/**
 * Names that begin like that one, or that it begins like, or that are the same to who takes one mark for the other, as a
 * pattern of `LIKE` does: all are free.
 */
export const alikeNames = (freshName: string) => [`${freshName}-ab-2`, `${freshName}-a`, `${freshName}_ab`];

/** How a name may begin, beside the letter with which all names of a run do; whether with a mark as well is a reading. */
export const allowedBeginnings = [
  { what: "a capital letter", beginning: "P", isMark: false },
  { what: "a digit", beginning: "7", isMark: false },
  { what: "a hyphen", beginning: "-", isMark: true },
  { what: "an underscore", beginning: "_", isMark: true },
] as const;

/** Names each of which has one character, or kind of character, that is neither letter nor digit nor `-` nor `_`. */
export const forbiddenNames = [
  { what: "a space", of: (name: string) => `${name} x` },
  { what: "a dot", of: (name: string) => `${name}.x` },
  { what: "a colon", of: (name: string) => `${name}:x` },
  { what: "a plus sign", of: (name: string) => `${name}+x` },
  { what: "a slash", of: (name: string) => `${name}/x` },
  { what: "an at sign", of: (name: string) => `${name}@x` },
  { what: "an apostrophe", of: (name: string) => `${name}'x` },
  { what: "a percent sign", of: (name: string) => `${name}%20x` },
  { what: "a character beyond the sixteen bits of many a text", of: (name: string) => `${name}\u{1f9ea}` },
  { what: "a hash at its end", of: (name: string) => `${name}#` },
  { what: "a caret, which stands between the capital and the small letters", of: (name: string) => `${name}^x` },
  { what: "a line feed at its end", of: (name: string) => `${name}\n` },
  { what: "a line feed between two lines that would do", of: (name: string) => `${name}\nx` },
] as const;
