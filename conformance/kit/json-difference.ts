import { joinPointer } from "../../src/contract/json-pointer.ts";

/** A place where two JSON values differ; what stands there as JSON text, undefined where nothing does. */
export interface JsonDifference {
  /** JSON pointer; empty for the whole. */
  readonly pointer: string;
  readonly one: string | undefined;
  readonly other: string | undefined;
}

/** Where two JSON values differ, as deep as both have objects or arrays; the order of members does not matter. */
export function jsonDifferences(one: unknown, other: unknown, pointer = ""): JsonDifference[] {
  if (!isContainer(one) || !isContainer(other) || Array.isArray(one) !== Array.isArray(other)) {
    const [text, twin] = [JSON.stringify(one), JSON.stringify(other)];
    return text === twin ? [] : [{ pointer, one: text, other: twin }];
  }
  const names = [...new Set([...Object.keys(other), ...Object.keys(one)])];
  return names.flatMap((name) =>
    jsonDifferences(memberOf(one, name), memberOf(other, name), joinPointer(pointer, name)),
  );
}

function isContainer(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === "object" && value !== null;
}

function memberOf(value: Readonly<Record<string, unknown>>, name: string): unknown {
  return Object.hasOwn(value, name) ? value[name] : undefined;
}
