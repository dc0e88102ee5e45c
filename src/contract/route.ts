import type { Method } from "./bundle.ts";
import type { Operation } from "./operations.ts";

export interface Route {
  readonly operation: Operation;
  /** Percent-decoded values of the path's parameters. */
  readonly params: Readonly<Record<string, string>>;
}

/** What a path leads to; where it leads nowhere for this method, the methods that it does know (none: an unknown path). */
export type RouteMatch = Route | { readonly operation: undefined; readonly allowed: readonly Method[] };

/**
 * Finds operations by method and path. A literal segment wins over a parameter, whatever the order of the paths
 * (OpenAPI 3.1, "Path Templating Matching"): `/runners/available` is never a runner's id.
 */
export function createRouter(operations: readonly Operation[]): (method: string, path: string) => RouteMatch {
  const templates = Map.groupBy(operations, ({ path }) => path);
  const candidates = [...templates]
    .map(([path, group]) => ({ segments: path.split("/"), operations: group }))
    .sort((a, b) => compareSpecificity(a.segments, b.segments));

  return (method, path) => {
    const segments = path.split("/");
    for (const candidate of candidates) {
      const params = matchSegments(candidate.segments, segments);
      if (!params) continue;
      const operation = candidate.operations.find((each) => each.method === method);
      if (operation) return { operation, params };
      return { operation: undefined, allowed: candidate.operations.map((each) => each.method) };
    }
    return { operation: undefined, allowed: [] };
  };
}

/** Longer than any id; servers take no URL of many times as much. */
const longestPathValue = 1000;

/**
 * Not so values that would lead out of their place in a path (URLs take `.` and `..` for a way up, and nothing for
 * nothing), nor what no server would take there.
 */
export const isPathValue = (value: string | number) =>
  !/^\.{0,2}$/.test(String(value)) && String(value).length <= longestPathValue;

/**
 * Fills a path template. Values are percent-encoded as one segment each, unless they are so already.
 * @throws {TypeError} for a value that is missing, or that is no value of a path
 */
export function fillPath(
  template: string,
  params: Readonly<Record<string, string | number>>,
  areEncoded = false,
): string {
  return template.replaceAll(/\{([^}]+)\}/g, (_, name: string) => {
    const value = params[name];
    if (value === undefined || !isPathValue(value))
      throw new TypeError(`${template}: ${value} is no value for {${name}}`);
    return areEncoded ? String(value) : encodeURIComponent(value);
  });
}

const isParameter = (segment: string) => segment.startsWith("{");

function compareSpecificity(a: readonly string[], b: readonly string[]): number {
  for (const [index, segment] of a.entries()) {
    const difference = Number(isParameter(segment)) - Number(isParameter(b[index] ?? ""));
    if (difference !== 0) return difference;
  }
  return 0;
}

function matchSegments(template: readonly string[], segments: readonly string[]): Record<string, string> | undefined {
  if (template.length !== segments.length) return undefined;
  if (!template.every((part, index) => isParameter(part) || part === segments[index])) return undefined;
  const params: Record<string, string> = {};
  for (const [index, part] of template.entries()) {
    if (!isParameter(part)) continue;
    const value = decodeSegment(segments[index] ?? "");
    if (!value) return undefined;
    params[part.slice(1, -1)] = value;
  }
  return params;
}

function decodeSegment(segment: string): string | undefined {
  if (!segment.includes("%")) return segment;
  try {
    return decodeURIComponent(segment);
  } catch {
    return undefined;
  }
}
