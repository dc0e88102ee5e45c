import { UsageError } from "../src/commands/usage-error.ts";
import { defaultTokenVariables } from "./kit/target.ts";
import type { ConformanceOptions } from "./run-conformance.ts";
import { suiteDescriptions } from "./suites.ts";

type Distinct = Pick<
  ConformanceOptions,
  "api" | "token" | "otherToken" | "limitedToken" | "tokenVariables" | "organization" | "environment" | "fixtures"
>;

/**
 * Settings that have to differ, since otherwise a server would be found at fault for what was named by mistake: a token of
 * another tenant that is this one's, an id for two purposes.
 * @throws {UsageError} for two that are the same
 */
export function assertDistinct(options: Distinct): void {
  assertDistinctTokens(options);
  const { api, organization, environment, fixtures = {} } = options;
  const { mayCoincide = [] } = suiteDescriptions[api];
  const named = Object.entries(fixtures)
    .filter(([name]) => !mayCoincide.includes(name))
    .flatMap(([name, ids]) => [ids].flat().map((id) => ({ what: `--fixture ${name}`, id: String(id) })));
  const data = [
    ...(organization ? [{ what: "--organization", id: organization }] : []),
    ...(environment ? [{ what: "--environment", id: environment }] : []),
  ];
  const seen = new Map<string, string>();
  for (const { what, id } of [...data, ...named]) {
    const before = seen.get(id);
    if (before === what) throw new UsageError(`${what} names ${id} twice: name it once.`);
    if (before !== undefined)
      throw new UsageError(`${before} and ${what} both name ${id}: they have to be different things.`);
    seen.set(id, what);
  }
}

function assertDistinctTokens({ token, otherToken, limitedToken, tokenVariables = defaultTokenVariables }: Distinct) {
  const tokens = { token, otherToken, limitedToken };
  const names = ["token", "otherToken", "limitedToken"] as const;
  for (const [index, name] of names.entries()) {
    const twin = names.slice(0, index).find((earlier) => tokens[name] && tokens[earlier] === tokens[name]);
    if (twin === undefined) continue;
    const [one, other] = [tokenVariables[twin], tokenVariables[name]];
    throw new UsageError(`${other} holds the same token as ${one}: give another user's, or unset it.`);
  }
}
