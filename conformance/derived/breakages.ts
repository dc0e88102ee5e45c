import type { Bundle, Schema } from "../../src/contract/bundle.ts";
import { tokensOf } from "../../src/contract/json-pointer.ts";
import { layersOf } from "../../src/contract/schema-tree.ts";
import { kebab } from "./kebab.ts";

/** One way to make a valid body invalid. */
export interface Breakage {
  readonly kind: "missing" | "wrong-type" | "wrong-value" | "forbidden-characters";
  /** JSON pointer to the member in the body. */
  readonly pointer: string;
  readonly topic: string;
  readonly title: string;
  /** Whether the page itself states the constraint that is broken. */
  readonly isFromPage: boolean;
  /** Whether the member tells what the body is about, as type and id of a JSON:API resource do. */
  readonly isIdentity: boolean;
  /** A broken copy of a valid body; undefined if that body does not have the member. */
  readonly apply: (body: unknown) => unknown;
}

/**
 * Each constraint that a body's schema states for the members of a sample, broken one at a time. The sample tells
 * which optional members are there to be broken, so that the list is the same for every target.
 */
export function breakagesOf(bundle: Bundle, schema: Schema, sample: unknown): Breakage[] {
  return visit(layersOf(bundle, schema), sample, "");

  function visit(layers: readonly Schema[], value: unknown, pointer: string): Breakage[] {
    if (typeof value !== "object" || value === null || Array.isArray(value)) return [];
    return Object.entries(value).flatMap(([name, child]) => {
      const childLayers = layers.flatMap(({ properties }) =>
        properties?.[name] ? layersOf(bundle, properties[name]) : [],
      );
      if (childLayers.length === 0 || childLayers.some((layer) => isForeign(layer["x-source"]))) return [];
      const at = `${pointer}/${name}`;
      return [...breakMember(layers, childLayers, name, child, at), ...visit(childLayers, child, at)];
    });
  }
}

function breakMember(
  layers: readonly Schema[],
  own: readonly Schema[],
  name: string,
  value: unknown,
  pointer: string,
): Breakage[] {
  const path = kebab(pointer);
  const words = tokensOf(pointer).join(".");
  const isOneWord = own.some((layer) => layer.const !== undefined);
  const isIdentity = isOneWord || name === "id";
  const breakages: Breakage[] = [];
  const add = (kind: Breakage["kind"], title: string, isFromPage: boolean, replace: (value: unknown) => unknown) => {
    breakages.push({
      kind,
      pointer,
      topic: `refuses-${kind}-${path}`,
      title,
      isFromPage,
      isIdentity,
      apply: (body) => replaceAt(body, pointer, replace),
    });
  };

  const requiring = layers.filter(({ required }) => required?.includes(name));
  if (requiring.length > 0) {
    const isFromPage = requiring.some((layer) => !isForeign(layer["x-keyword-sources"]?.required));
    add("missing", `refuse a body without ${words}`, isFromPage, () => undefined);
  }
  const wrong = wrongTypeFor(value);
  if (wrong !== undefined) add("wrong-type", `refuse a wrong type of ${words}`, true, () => wrong);
  if (isOneWord) {
    add("wrong-value", `refuse another word as ${words}`, true, () => "poolproof-things");
  }
  if (own.some((layer) => layer.pattern !== undefined)) {
    add("forbidden-characters", `refuse forbidden characters in ${words}`, true, (before) => `${before} !`);
  }
  return breakages;
}

const isForeign = (source: string | undefined) => source !== undefined && source !== "page";

/** A value of a JSON type that cannot pass for the valid one. Objects stand in for scalars, since some servers read "1" and 1 alike. */
function wrongTypeFor(value: unknown): unknown {
  if (Array.isArray(value) || (typeof value === "object" && value !== null)) return "poolproof";
  return { poolproof: true };
}

/** A copy with one member replaced, or left out where the replacement is undefined; undefined if there is no such member. */
function replaceAt(body: unknown, pointer: string, replace: (value: unknown) => unknown): unknown {
  const copy = structuredClone(body);
  const tokens = tokensOf(pointer);
  const last = tokens.pop() ?? "";
  let holder = copy as Record<string, unknown> | undefined;
  for (const token of tokens) holder = holder?.[token] as Record<string, unknown> | undefined;
  if (typeof holder !== "object" || holder === null || !Object.hasOwn(holder, last)) return undefined;
  const replacement = replace(holder[last]);
  if (replacement === undefined) delete holder[last];
  else holder[last] = replacement;
  return copy;
}
