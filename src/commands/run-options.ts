import { isProfileName, type ProfileName, profiles } from "../../conformance/kit/capability.ts";
import { defaultTokenVariables, type TokenVariables } from "../../conformance/kit/target.ts";
import type { ConformanceOptions } from "../../conformance/run-conformance.ts";
import type { SuiteDescription } from "../../conformance/suite-description.ts";
import { suiteDescriptions } from "../../conformance/suites.ts";
import type { Api } from "../apis/api.ts";
import { type ApiId, apiIds, apis, isApiId } from "../apis/index.ts";
import { suggestion } from "../config/suggestion.ts";
import { orList } from "../contract/describe-value.ts";
import { isPathValue } from "../contract/route.ts";
import { readConcurrency, readMaxRequests, readRate, readShard, readTimeout } from "./number-flags.ts";
import type { RunFlags } from "./run-flags.ts";
import { UsageError } from "./usage-error.ts";

export type { RunFlags } from "./run-flags.ts";

/**
 * What to run, from the command line and the environment: one API, or all of them against the embedded servers.
 * @throws {UsageError} if they do not make sense together
 */
export function readRunFlags(
  api: string | undefined,
  flags: RunFlags,
  env: NodeJS.ProcessEnv,
  tokenVariables: TokenVariables = defaultTokenVariables,
): ConformanceOptions[] {
  if (api === undefined) {
    if (flags.url !== undefined)
      throw new UsageError(`--url needs the API that stands there: poolproof run ${orList(apiIds)} --url …`);
    const only = readOnly(flags.only);
    const unreached = only?.find((prefix) => !apiIds.some((id) => reaches(id, [prefix])));
    if (unreached !== undefined) {
      const meant = suggestion(unreached.split("/")[0] ?? "", apiIds);
      const hint = meant === undefined ? `ids begin with ${orList(apiIds)}` : `did you mean ${meant}/?`;
      throw new UsageError(`No check begins with ${unreached}; ${hint}`);
    }
    return apiIds
      .filter((id) => reaches(id, only))
      .map((id) =>
        readForApi(
          id,
          { ...flags, ...(only && { only: only.filter((prefix) => reaches(id, [prefix])).join() }) },
          env,
          tokenVariables,
        ),
      );
  }
  return [readForApi(readApi(api), flags, env, tokenVariables)];
}

/** @throws {UsageError} for a word that is no API */
export function readApi(word: string): ApiId {
  if (isApiId(word)) return word;
  if (word.includes("://"))
    throw new UsageError(
      "The flags did not arrive: npm wants -- before them, as in npm run conformance -- pulumi --url URL.",
    );
  const meant = suggestion(word, apiIds);
  const remedy = meant === undefined ? `there are ${apiIds.join(", ")}.` : `did you mean ${meant}?`;
  throw new UsageError(`There is no API ${JSON.stringify(word)}; ${remedy}`);
}

function readForApi(
  id: ApiId,
  flags: RunFlags,
  env: NodeJS.ProcessEnv,
  tokenVariables: TokenVariables,
): ConformanceOptions {
  const api: Api = apis[id];
  const suite = suiteDescriptions[id];
  const url = flags.url === undefined ? undefined : readUrl(flags.url, api);
  const profile = readProfile(flags.profile);
  // The embedded servers have tokens of their own.
  const { token, otherToken, limitedToken } = url === undefined ? {} : tokensOf(flags, env, tokenVariables);
  if (url !== undefined && profile !== "mock") {
    if (token === undefined)
      throw new UsageError(`No token: set the variable ${tokenVariables.token} to one that the target takes.`);
    const missing = api.targetFlags.filter((flag) => !flags[flag]);
    if (missing.length > 0) {
      throw new UsageError(
        `${api.title} needs ${missing.map((flag) => `--${flag} ${flag.toUpperCase()}`).join(" and ")}.`,
      );
    }
  }
  const only = readOnly(flags.only);
  const { organization, account, environment, strict } = flags;
  for (const datum of [organization, account, environment]) {
    if (datum !== undefined && !isPathValue(datum)) throw new UsageError(`${JSON.stringify(datum)} is no name or id.`);
  }
  return {
    api: id,
    tokenVariables,
    fixtures: readFixtures(flags.fixture ?? [], suite),
    without: readWithout(list(flags.without) ?? [], suite),
    ...(url !== undefined && { url }),
    ...(profile && { profile }),
    ...(token !== undefined && { token }),
    ...(otherToken !== undefined && { otherToken }),
    ...(limitedToken !== undefined && { limitedToken }),
    ...(only && { only }),
    ...(flags.shard !== undefined && { shard: readShard(flags.shard) }),
    ...(flags.rate !== undefined && { rate: readRate(flags.rate) }),
    ...(flags.maxRequests !== undefined && { maxRequests: readMaxRequests(flags.maxRequests) }),
    ...(strict !== undefined && { strict }),
    ...(flags.concurrency !== undefined && { concurrency: readConcurrency(flags.concurrency) }),
    ...(flags.timeout !== undefined && { timeoutMs: readTimeout(flags.timeout) }),
    ...(flags.auth !== undefined && { authorization: readAuthorization(flags.auth, api) }),
    ...(organization !== undefined && { organization }),
    ...(account !== undefined && { account }),
    ...(environment !== undefined && { environment }),
  };
}

function tokensOf({ token: given }: RunFlags, env: NodeJS.ProcessEnv, variables: TokenVariables) {
  const token = given ?? (env[variables.token] || undefined);
  const otherToken = env[variables.otherToken] || undefined;
  const limitedToken = env[variables.limitedToken] || undefined;
  for (const each of [token, otherToken, limitedToken]) if (each !== undefined) assertBare(each);
  return { token, otherToken, limitedToken };
}

function assertBare(token: string): void {
  if (/^(bearer|token)\s/i.test(token)) {
    throw new UsageError("The token is to be given alone, without the word before it.");
  }
  if (!/^[\x21-\x7e]+$/.test(token)) {
    throw new UsageError("The token holds a space, a line break or another character that no header can carry.");
  }
}

function readUrl(text: string, api: Api): string {
  // Without what may be a secret: people put tokens into both places.
  const shown = text.replace(/[?#].*$/s, "").replace(/\/\/[^/]*@/, "//");
  const url = URL.canParse(text) ? new URL(text) : undefined;
  if (!url || !/^https?:$/.test(url.protocol)) {
    throw new UsageError(
      `--url ${shown} is not an http or https address; ${api.title}'s ends before ${api.urlEndsBefore}.`,
    );
  }
  if (url.search || url.hash) throw new UsageError(`--url ${shown} has a query or fragment; a base URL has neither.`);
  if (url.username || url.password)
    throw new UsageError("--url holds a user name or password; put the token into POOLPROOF_TOKEN instead.");
  const path = url.pathname.replace(/\/+$/, "");
  if (path.endsWith(api.urlEndsBefore) || path.includes(`${api.urlEndsBefore}/`)) {
    throw new UsageError(`--url ${shown} goes too far: it ends before ${api.urlEndsBefore}.`);
  }
  return `${url.origin}${path}`;
}

function readProfile(word: string | undefined): ProfileName | undefined {
  if (word === undefined || isProfileName(word)) return word;
  throw new UsageError(`There is no profile ${JSON.stringify(word)}; there are ${Object.keys(profiles).join(", ")}.`);
}

function readAuthorization(word: string, api: Api): string {
  if (Object.hasOwn(api.authorization, word)) return word;
  throw new UsageError(
    `--auth ${JSON.stringify(word)} is no form of ${api.title}'s token; there is ${orList(Object.keys(api.authorization))}.`,
  );
}

function readFixtures(
  pairs: readonly string[],
  { api, fixtures, fixtureForm }: SuiteDescription,
): Record<string, string[]> {
  const found: Record<string, string[]> = {};
  for (const pair of pairs) {
    const [name = "", ids = ""] = pair.split(/=(.*)/s);
    if (!fixtures.includes(name))
      throw new UsageError(`There is no fixture ${JSON.stringify(name)} for ${api}; there are ${fixtures.join(", ")}.`);
    const idList = ids.split(",").filter(Boolean);
    if (idList.length === 0) throw new UsageError(`--fixture ${pair} gives no id: write --fixture ${name}=ID[,ID…].`);
    const unfit = idList.find((id) => !(fixtureForm ?? /^(?!\.{1,2}$)/).test(id));
    if (unfit !== undefined) throw new UsageError(`--fixture ${pair}: ${JSON.stringify(unfit)} is no id of ${api}.`);
    found[name] = [...(found[name] ?? []), ...idList];
  }
  return found;
}

function readWithout(words: readonly string[], { api, kinds, fixtures }: SuiteDescription): readonly string[] {
  const known = [...Object.keys(kinds), ...fixtures];
  for (const word of words) {
    if (!known.includes(word))
      throw new UsageError(
        `A target of ${api} cannot be without ${JSON.stringify(word)}; it can be without ${orList(known)}.`,
      );
  }
  return words;
}

function readOnly(text: string | undefined): readonly string[] | undefined {
  const only = list(text);
  if (only?.length !== 0) return only;
  throw new UsageError("--only names no check: give the beginning of an id, such as terraform/deleteAgent/.");
}

const list = (text: string | undefined) =>
  text
    ?.split(",")
    .map((word) => word.trim())
    .filter(Boolean);

/** Whether a prefix of check ids can lead to checks of an API. */
function reaches(id: ApiId, only: readonly string[] | undefined): boolean {
  return only === undefined || only.some((prefix) => `${id}/`.startsWith(prefix) || prefix.startsWith(`${id}/`));
}
