/**
 * Whether a name begins as this run has its names begin. Servers may store names in other cases or as slugs; that is for
 * checks to find, and what they stored is ours all the same.
 */
export function bearsName(name: unknown, namePrefix: string): name is string {
  return typeof name === "string" && letters(name).startsWith(letters(namePrefix));
}

function letters(text: string): string {
  return text.toLowerCase().replaceAll(/[^a-z0-9]/g, "");
}
