/** What a name may consist of, by what the page calls it; each is put behind the beginning that all names of a run have. */
export const allowedEndings = [
  { what: "capital letters", ending: "ABCXYZ" },
  { what: "small letters", ending: "abcxyz" },
  { what: "digits", ending: "0123456789" },
  { what: "hyphens", ending: "a-b--c" },
  { what: "underscores", ending: "a_b__c" },
] as const;

/** No page knows a longest name. This one fits whatever a server is likely to keep names in. */
const longName = 64;

/** A long name of all kinds of characters, none of which can be left out unseen. */
export function mixedName(freshName: string): string {
  const filling = "Zz9_-0Aa_Qq8-Mm7__Kk6--Yy5";
  const missing = longName - freshName.length - "_End".length;
  return `${freshName}${filling.repeat(3).slice(0, Math.max(missing, filling.length))}_End`;
}

/** Names that begin like another, or that another begins like, or that a pattern of `LIKE` takes for it: all are free. */
export const alikeNames = (name: string) => [`${name}-2`, name.slice(0, -1), `${name.slice(0, -1)}_`];

/** How a name may begin, beside the letter with which all names of a run do. */
export const allowedBeginnings = [
  { what: "a capital letter", beginning: "P" },
  { what: "a digit", beginning: "7" },
  { what: "a hyphen", beginning: "-" },
  { what: "an underscore", beginning: "_" },
] as const;

/** Names each of which has one character, or kind of character, that is neither letter nor digit nor `-` nor `_`. */
export const forbiddenNames = [
  { what: "a space", of: (name: string) => `${name} x` },
  { what: "a dot", of: (name: string) => `${name}.x` },
  { what: "a slash", of: (name: string) => `${name}/x` },
  { what: "an at sign", of: (name: string) => `${name}@x` },
  { what: "an apostrophe", of: (name: string) => `${name}'x` },
  { what: "a percent sign", of: (name: string) => `${name}%20x` },
  { what: "a character beyond the sixteen bits of many a text", of: (name: string) => `${name}\u{1f9ea}` },
  { what: "a hash at its end", of: (name: string) => `${name}#` },
  { what: "a line feed between two lines that would do", of: (name: string) => `${name}\nx` },
] as const;
