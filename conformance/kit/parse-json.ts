import { type JsonReading, readJson } from "../../src/contract/read-json.ts";

/** As many digits as it takes for an integer to be beyond what a number holds exactly. */
const mayBeLong = /\d{16}/;

/** JSON as a value, undefined if it is none that can be read. See {@link exactJson}. */
export function parseJson(text: string): unknown {
  return exactJson(text, readJson(text));
}

/** What was read, but integers that a number cannot hold exactly, such as ids of 64 bits, stay the text that they are. */
export function exactJson(text: string, reading: JsonReading): unknown {
  if (!reading.ok) return undefined;
  // To look at each value costs ten times what parsing does, and hardly any answer has such an integer.
  return mayBeLong.test(text) ? JSON.parse(text, keepLongIntegers) : reading.value;
}

function keepLongIntegers(_: string, value: unknown, { source }: { source?: string } = {}): unknown {
  const isLong = typeof value === "number" && source !== undefined && /^-?\d+$/.test(source);
  return isLong && !Number.isSafeInteger(value) ? source : value;
}
