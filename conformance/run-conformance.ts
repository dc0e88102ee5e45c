import type { Api } from "../src/apis/api.ts";
import { type ApiId, apis } from "../src/apis/index.ts";
import type { Contract } from "../src/contract/contract.ts";
import { loadContract } from "../src/contract/load-contract.ts";
import type { FetchHandler } from "../src/host/serve.ts";
import { checkedOptions } from "./checked-options.ts";
import type { ProfileName } from "./kit/capability.ts";
import type { Journal } from "./kit/journal.ts";
import { firstUrl, preflight } from "./kit/preflight.ts";
import { defaultTimeoutMs, type Target, type TokenVariables } from "./kit/target.ts";
import { realSleep } from "./kit/weather.ts";
import { assertKnownPrefixes } from "./known-prefixes.ts";
import type { CheckResult, Report } from "./results/report.ts";
import type { Waiver } from "./results/waiver.ts";
import { type RunOptions, runSuite } from "./run/run.ts";
import type { Shard } from "./run/shard.ts";
import { loadSuite } from "./suites.ts";

export interface ConformanceOptions {
  readonly api: ApiId;
  /**
   * Where the API stands, up to but without its first path segment. Without it the embedded reference server is run
   * against, or the embedded mock under the profile `mock`.
   */
  readonly url?: string;
  /** Reaches the target in place of the network, for a server in the same process. */
  readonly fetch?: FetchHandler;
  readonly token?: string;
  /** Of another tenant: what is this one's must be hidden from it. */
  readonly otherToken?: string;
  /** Of the same tenant, without permission to write, or without the scope that the API knows. */
  readonly limitedToken?: string;
  /** Environment variables that the tokens come from, by which reports and curl lines name them. */
  readonly tokenVariables?: TokenVariables;
  readonly authorization?: string;
  readonly organization?: string;
  readonly account?: string;
  readonly environment?: string;
  /** `full` unless named. */
  readonly profile?: ProfileName;
  readonly fixtures?: Readonly<Record<string, string | readonly string[]>>;
  readonly without?: readonly string[];
  readonly only?: readonly string[];
  /** The part of the suite that is to be run, where several machines share it. */
  readonly shard?: Shard;
  /** Failures that are accepted. */
  readonly waivers?: readonly Waiver[];
  readonly strict?: boolean;
  /** Checks under way at once; one after the other unless given. */
  readonly concurrency?: number;
  /** Requests a second at most. */
  readonly rate?: number;
  /** Requests that the checks may send in all; 20,000 unless given. */
  readonly maxRequests?: number;
  /** Time for one request, in milliseconds. */
  readonly timeoutMs?: number;
  /** Whether the report is to hold everything that was said, without secrets. */
  readonly keepExchanges?: boolean;
  /** Name that the target goes by in reports. */
  readonly targetName?: string;
  /** Makes the record of what is created, so that it can be removed even after a crash. */
  readonly openJournal?: (namePrefix: string) => Journal;
  readonly signal?: AbortSignal;
  /** Told the first URL that the run asks for, before it is asked. */
  readonly onStart?: (url: string) => void;
  /** Told how many requests have been sent so far, after each. */
  readonly onRequest?: (count: number) => void;
  readonly onResult?: (result: CheckResult) => void;
}

/**
 * Runs the conformance suite of one API and tells what came of it.
 * @throws {UsageError} for an option that makes no sense
 * @throws {PreflightError} if the target gives no usable answer
 */
export async function runConformance(given: ConformanceOptions): Promise<Report> {
  const options = checkedOptions(given);
  const suite = await loadSuite(options.api);
  await assertKnownPrefixes(suite, options.only);
  const { target, close } = await openTarget(options);
  try {
    options.onStart?.(firstUrl(suite, target));
    await preflight(suite, target, realSleep);
    return await runSuite({ ...runOptionsOf(options), suite, target });
  } finally {
    await close();
  }
}

/** A server that leads a run from page to page without end is left at some time. */
const defaultMaxRequests = 20_000;

/** What of the options is about the run rather than about its target. */
export function runOptionsOf(options: ConformanceOptions): Omit<RunOptions, "suite" | "target"> {
  const { only, shard, waivers, strict, concurrency, rate, keepExchanges, targetName, openJournal } = options;
  const { signal, onResult, onRequest, maxRequests = defaultMaxRequests } = options;
  return {
    maxRequests,
    isEmbedded: options.url === undefined,
    ...(only && { only }),
    ...(shard && { shard }),
    ...(waivers && { waivers }),
    ...(strict !== undefined && { strict }),
    ...(concurrency !== undefined && { concurrency }),
    ...(rate !== undefined && { rate }),
    ...(keepExchanges !== undefined && { keepExchanges }),
    ...(targetName !== undefined && { targetName }),
    ...(openJournal && { openJournal }),
    ...(signal && { signal }),
    ...(onResult && { onResult }),
    ...(onRequest && { onRequest }),
  };
}

/** Works out the target; starts an embedded one if none is named. */
export async function openTarget(options: ConformanceOptions): Promise<{ target: Target; close: () => Promise<void> }> {
  const { api, url, profile = "full" } = options;
  // Loaded only where it is wanted: the servers are half of all that a run would load.
  const embedded = url === undefined ? await (await import("./embedded.ts")).openEmbedded(api, profile) : undefined;
  const samples = profile === "mock" ? samplesOf(await loadContract(api), apis[api]) : { data: {}, fixtures: {} };
  const given = Object.entries(options.fixtures ?? {}).map(([name, ids]) => [name, [ids].flat()] as const);
  const { organization, account, environment, otherToken, limitedToken } = { ...embedded?.tokens, ...options };
  const target: Target = {
    api,
    baseUrl: (embedded?.baseUrl ?? url ?? "").replace(/\/+$/, ""),
    token: options.token ?? embedded?.tokens?.token ?? "poolproof-mock-token",
    profile,
    data: {
      ...samples.data,
      ...embedded?.data,
      ...(organization && { organization }),
      ...(account && { account }),
      ...(environment && { environment }),
    },
    fixtures: { ...samples.fixtures, ...embedded?.fixtures, ...Object.fromEntries(given) },
    without: options.without ?? [],
    timeoutMs: options.timeoutMs ?? defaultTimeoutMs,
    ...(options.tokenVariables && { tokenVariables: options.tokenVariables }),
    ...(otherToken && { otherToken }),
    ...(limitedToken && { limitedToken }),
    ...(options.fetch && { fetch: options.fetch }),
    ...(options.authorization !== undefined && { authorization: options.authorization }),
  };
  return { target, close: async () => embedded?.close() };
}

/** A stateless mock knows nothing and takes everything, so the samples of the documentation stand for its data. */
function samplesOf({ operations }: Contract, api: Api): Pick<Target, "data" | "fixtures"> {
  const parameters = operations.flatMap((operation) => operation.parameters);
  const sample = (...names: string[]) => String(parameters.find(({ name }) => names.includes(name))?.example ?? "");
  const data = {
    organization: sample("organization_name", "organization"),
    account: sample("filter[account]"),
    environment: sample("filter[environment]"),
  };
  return {
    data: Object.fromEntries(api.targetFlags.map((flag) => [flag, data[flag]])),
    fixtures: api.id === "terraform" ? { deletableAgent: [sample("agent_id")] } : {},
  };
}
