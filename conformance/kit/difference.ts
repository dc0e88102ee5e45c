import type { Exchange } from "./exchange.ts";
import { jsonDifferences } from "./json-difference.ts";
import { parseJson } from "./parse-json.ts";

type Request = Exchange["request"];

/** Two texts of one part of a request; undefined where the part is absent. */
interface Pair {
  readonly what: string;
  readonly refused: string | undefined;
  readonly control: string | undefined;
}

const longestValue = 80;

/** Names of our own: beginning of the run, of the check, and the thing's. What follows is no longer random. */
const ownName = /poolproof-[a-z0-9]{1,5}-[a-z0-9]{1,4}-[a-z0-9]{1,4}/g;

/**
 * What a refused request did otherwise than the control that succeeded, in words, a line each:
 * `header Authorization: none instead of "Bearer …"`. That both made up names of their own is no difference.
 * @param redact takes secrets out. Comes before shortening, since half a secret is not known for one any more: without
 *   it nothing is shortened, and the lines can still be redacted.
 */
export function differenceOf(refused: Request, control: Request, redact?: (text: string) => string): readonly string[] {
  const show = (text: string) => (redact ? shorten(redact(text)) : text);
  const [one, other] = [endsOf(refused.url), endsOf(control.url)];
  const pairs = [
    { what: "method", refused: refused.method, control: control.method },
    ...pathPairs(one.path, other.path),
    ...queryPairs(one.query, other.query),
    ...headerPairs(refused.headers, control.headers),
    ...bodyPairs(refused.text, control.text),
  ];
  return pairs.filter(differs).map((pair) => describe(pair, show));
}

function differs({ refused, control }: Pair): boolean {
  return masked(refused) !== masked(control);
}

function masked(text: string | undefined): string | undefined {
  return text?.replaceAll(ownName, "poolproof-…");
}

function describe({ what, refused, control }: Pair, show: (text: string) => string): string {
  const [sent, instead] = [refused, control].map((text) => (text === undefined ? "none" : show(text)));
  return `${what}: ${sent} instead of ${instead}`;
}

/** Not through URL, which would tidy up a path that is odd on purpose. */
function endsOf(url: string): { readonly path: string; readonly query: string } {
  const [, path = "", query = ""] = /^[a-z]+:\/\/[^/?]*([^?]*)\??(.*)$/is.exec(url) ?? [];
  return { path, query };
}

/** Segments are counted from 1, those of the base URL as well. */
function pathPairs(refused: string, control: string): Pair[] {
  const [one, other] = [refused.split("/").slice(1), control.split("/").slice(1)];
  if (one.length !== other.length) return [{ what: "path", refused: quote(refused), control: quote(control) }];
  return one.map((segment, index) => {
    return { what: `path segment ${index + 1}`, refused: quote(segment), control: quote(other[index] ?? "") };
  });
}

function queryPairs(refused: string, control: string): Pair[] {
  const [one, other] = [new URLSearchParams(refused), new URLSearchParams(control)];
  const valuesOf = (from: URLSearchParams, name: string) =>
    from.has(name) ? from.getAll(name).map(quote).join(" and ") : undefined;
  const pairs = [...new Set([...one.keys(), ...other.keys()])].map((name) => {
    return { what: `query ${name}`, refused: valuesOf(one, name), control: valuesOf(other, name) };
  });
  // What says the same may be spelt otherwise, in other escapes or another order.
  return pairs.some(differs) ? pairs : [{ what: "query", refused: quote(refused), control: quote(control) }];
}

function headerPairs(refused: Request["headers"], control: Request["headers"]): Pair[] {
  const [one, other] = [byLowerName(refused), byLowerName(control)];
  return [...new Map([...other, ...one])].map(([key, { name }]) => {
    const [value, twin] = [one.get(key)?.value, other.get(key)?.value];
    return {
      what: key === "content-type" ? "content type" : `header ${name}`,
      refused: value === undefined ? undefined : quote(value),
      control: twin === undefined ? undefined : quote(twin),
    };
  });
}

function byLowerName(headers: Request["headers"]) {
  return new Map(Object.entries(headers).map(([name, value]) => [name.toLowerCase(), { name, value }]));
}

function bodyPairs(refused: string | undefined, control: string | undefined): Pair[] {
  const whole = { what: "body", refused: describeBody(refused), control: describeBody(control) };
  if (refused === undefined || control === undefined) return [whole];
  const [one, other] = [parseJson(refused), parseJson(control)];
  if (one === undefined || other === undefined) return [whole];
  const pairs = jsonDifferences(one, other).map(({ pointer, one, other }) => {
    return { what: `body ${pointer}`.trim(), refused: one, control: other };
  });
  // The same members may be written otherwise: twice, or in another order.
  return pairs.some(differs) ? pairs : [{ what: "body", refused, control }];
}

function describeBody(text: string | undefined): string | undefined {
  if (text === undefined) return undefined;
  if (text === "") return "an empty one";
  return parseJson(text) === undefined ? `${quote(text)}, which is not JSON,` : text;
}

function quote(text: string): string {
  return JSON.stringify(text);
}

function shorten(text: string): string {
  return text.length <= longestValue ? text : `${text.slice(0, longestValue - 1)}…`;
}
