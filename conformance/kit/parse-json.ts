/** JSON as a value, undefined if it is none. Integers that a number cannot hold exactly, such as ids of 64 bits, stay the text that they are. */
export function parseJson(text: string): unknown {
  try {
    return JSON.parse(text, (_, value: unknown, { source }: { source?: string } = {}) =>
      typeof value === "number" && source !== undefined && /^-?\d+$/.test(source) && !Number.isSafeInteger(value)
        ? source
        : value,
    );
  } catch {
    return undefined;
  }
}
