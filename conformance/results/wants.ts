import { defaultTokenVariables, type TokenVariables } from "../kit/target.ts";
import type { CheckResult } from "./report.ts";

/** Something that was not named or not there, by which more would be decided. */
export interface Want {
  /** A fixture, a token or a kind of data. */
  readonly name: string;
  /** What to pass or to have, such as `--fixture busyAgent=ID`. */
  readonly remedy: string;
  /** Checks that could not be decided for want of it. */
  readonly checks: number;
  /** Checks that passed and would have looked at more. */
  readonly inPart: number;
}

/** What checks wanted, each named once, what leaves most open first. */
export function wantsOf(
  checks: readonly CheckResult[],
  fixtures: readonly string[],
  tokenVariables: TokenVariables = defaultTokenVariables,
): Want[] {
  return countWants(checks, (name) => {
    if (name === "otherToken" || name === "limitedToken") return tokenVariables[name];
    if (!fixtures.includes(name)) return `${name} on the server`;
    return `--fixture ${name}=${name === "otherOrganization" ? "NAME" : "ID"}`;
  });
}

/** The same of checks that several reports had, whose remedies are known. */
export function mergeWants(wants: readonly Want[], checks: readonly CheckResult[]): Want[] {
  const remedies = new Map(wants.map(({ name, remedy }) => [name, remedy]));
  return countWants(checks, (name) => remedies.get(name) ?? name);
}

function countWants(checks: readonly CheckResult[], remedyFor: (name: string) => string): Want[] {
  const open = checks.filter(({ verdict }) => verdict === "unverified" || verdict === "skipped");
  const lacking = countNames(open.flatMap(({ lacks = [] }) => lacks));
  const partial = countNames(checks.flatMap(({ wants = [] }) => wants));
  const names = [...new Set([...lacking.keys(), ...partial.keys()])];
  return names
    .map((name) => ({
      name,
      remedy: remedyFor(name),
      checks: lacking.get(name) ?? 0,
      inPart: partial.get(name) ?? 0,
    }))
    .toSorted((a, b) => b.checks - a.checks || b.inPart - a.inPart);
}

function countNames(names: readonly string[]): ReadonlyMap<string, number> {
  return new Map([...Map.groupBy(names, (name) => name)].map(([name, alike]) => [name, alike.length]));
}
