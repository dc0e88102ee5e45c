import { type ApiId, apiIds, isApiId } from "../src/apis/index.ts";
import { UsageError } from "../src/commands/usage-error.ts";
import { suggest } from "../src/config/suggestion.ts";
import { assertDistinct } from "./distinct-settings.ts";
import { isProfileName, profiles } from "./kit/capability.ts";
import type { ConformanceOptions } from "./run-conformance.ts";
import { suiteDescriptions } from "./suites.ts";

/** Every option that there is; the compiler keeps it whole. */
const names = {
  api: true,
  url: true,
  fetch: true,
  token: true,
  otherToken: true,
  limitedToken: true,
  tokenVariables: true,
  authorization: true,
  organization: true,
  account: true,
  environment: true,
  profile: true,
  fixtures: true,
  without: true,
  only: true,
  shard: true,
  waivers: true,
  strict: true,
  concurrency: true,
  rate: true,
  maxRequests: true,
  timeoutMs: true,
  keepExchanges: true,
  targetName: true,
  openJournal: true,
  signal: true,
  onStart: true,
  onRequest: true,
  onResult: true,
} as const satisfies Record<keyof ConformanceOptions, true>;

/**
 * Options as they were meant: ids of fixtures become text. What is misspelt or of another type would otherwise be
 * overlooked, and a server be found right for want of a question.
 * @throws {UsageError} for whatever makes no sense
 */
export function checkedOptions<Options extends ConformanceOptions>(options: Options): Options {
  const { api, url, fetch, token, profile, without, only } = options;
  if (!isApiId(api)) throw new UsageError(`There is no API ${JSON.stringify(api)}; ${suggest(String(api), apiIds)}.`);
  for (const name of Object.keys(options)) {
    if (!Object.hasOwn(names, name))
      throw new UsageError(`There is no option ${JSON.stringify(name)}; ${suggest(name, Object.keys(names))}.`);
  }
  if (fetch !== undefined && typeof fetch !== "function") throw new UsageError("The option fetch is no function.");
  if (fetch !== undefined && url === undefined)
    throw new UsageError("The option fetch needs the url that the handler is asked under: http://in-process.test/api.");
  if (profile !== undefined && !isProfileName(profile))
    throw new UsageError(`There is no profile ${JSON.stringify(profile)}; ${suggest(profile, Object.keys(profiles))}.`);
  if (url !== undefined && profile !== "mock" && !token)
    throw new UsageError("The option token is missing: give one that the target takes.");
  assertWords("only", only);
  assertWords("without", without);
  const { fixtures: known, kinds } = suiteDescriptions[api];
  const absences = [...Object.keys(kinds), ...known];
  const stray = without?.find((word) => !absences.includes(word));
  if (stray !== undefined)
    throw new UsageError(`A target of ${api} cannot be without ${JSON.stringify(stray)}; ${suggest(stray, absences)}.`);
  assertDistinct(options);
  return { ...options, ...(options.fixtures && { fixtures: checkedFixtures(api, options.fixtures) }) };
}

function checkedFixtures(api: ApiId, fixtures: NonNullable<ConformanceOptions["fixtures"]>) {
  const { fixtures: known, fixtureForm = /^(?!\.{0,2}$)/ } = suiteDescriptions[api];
  const entries = Object.entries(fixtures).map(([name, given]) => {
    if (!known.includes(name))
      throw new UsageError(`There is no fixture ${JSON.stringify(name)} for ${api}; ${suggest(name, known)}.`);
    const ids = [given].flat().map((id: unknown) => (typeof id === "number" ? String(id) : id));
    for (const id of ids) {
      if (typeof id !== "string" || !fixtureForm.test(id))
        throw new UsageError(`The fixture ${name}: ${JSON.stringify(id)} is no id of ${api}.`);
    }
    return [name, ids as string[]] as const;
  });
  return Object.fromEntries(entries);
}

function assertWords(name: string, words: unknown): void {
  const isList = Array.isArray(words) && words.every((word) => typeof word === "string");
  if (words !== undefined && !isList) throw new UsageError(`The option ${name} is no list of words.`);
}
