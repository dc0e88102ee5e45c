import type { Api } from "../src/apis/api.ts";
import { type ApiId, apis } from "../src/apis/index.ts";
import type { Fetch } from "../src/client/bounded-fetch.ts";
import type { Contract } from "../src/contract/contract.ts";
import { loadContract } from "../src/contract/load-contract.ts";
import { createMock } from "../src/mock/create-mock.ts";
import type { ProfileName } from "./kit/capability.ts";
import { firstUrl, PreflightError, preflight } from "./kit/preflight.ts";
import type { CheckResult, Report } from "./kit/report.ts";
import { runSuite } from "./kit/run.ts";
import { defaultTimeoutMs, type Target } from "./kit/target.ts";
import { realSleep } from "./kit/weather.ts";
import { loadSuite } from "./suites.ts";

export interface ConformanceOptions {
  readonly api: ApiId;
  /** Where the API stands, up to but without its first path segment. Without it the embedded mock is run against. */
  readonly url?: string;
  /** Reaches the target in place of the network, for a server in the same process. */
  readonly fetch?: Fetch;
  readonly token?: string;
  readonly authorization?: string;
  readonly organization?: string;
  readonly account?: string;
  readonly environment?: string;
  /** `full` for a target of one's own, `mock` for the embedded one, unless named. */
  readonly profile?: ProfileName;
  readonly fixtures?: Readonly<Record<string, string | readonly string[]>>;
  readonly without?: readonly string[];
  readonly only?: readonly string[];
  readonly strict?: boolean;
  readonly timeoutMs?: number;
  readonly signal?: AbortSignal;
  /** Told the first URL that the run asks for, before it is asked. */
  readonly onStart?: (url: string) => void;
  readonly onResult?: (result: CheckResult) => void;
}

/**
 * Runs the conformance suite of one API and tells what came of it.
 * @throws {PreflightError} if the target gives no usable answer
 */
export async function runConformance(options: ConformanceOptions): Promise<Report> {
  const suite = await loadSuite(options.api);
  const { only } = options;
  const unmatched = only?.find((prefix) => !suite.checks.some(({ id }) => id.startsWith(prefix)));
  if (unmatched !== undefined) {
    throw new PreflightError(`No check of ${suite.api} begins with ${unmatched}; the command checks lists them.`);
  }
  const { target, close } = await openTarget(options);
  try {
    options.onStart?.(firstUrl(suite, target));
    await preflight(suite, target, realSleep);
    const { strict, signal, onResult } = options;
    return await runSuite({
      suite,
      target,
      ...(only && { only }),
      ...(strict !== undefined && { strict }),
      ...(signal && { signal }),
      ...(onResult && { onResult }),
    });
  } finally {
    await close();
  }
}

/** Works out the target; starts the embedded mock if no other is given. */
export async function openTarget(options: ConformanceOptions): Promise<{ target: Target; close: () => Promise<void> }> {
  const { api, url } = options;
  const mock = url === undefined ? await createMock({ apis: [api] }) : undefined;
  const profile = options.profile ?? (mock ? "mock" : "full");
  const samples = profile === "mock" ? samplesOf(await loadContract(api), apis[api]) : { data: {}, fixtures: {} };
  const given = Object.entries(options.fixtures ?? {}).map(([name, ids]) => [name, [ids].flat()] as const);
  const { organization, account, environment } = options;
  const target: Target = {
    api,
    baseUrl: (mock?.baseUrls[api] ?? url ?? "").replace(/\/+$/, ""),
    token: options.token ?? "poolproof-mock-token",
    profile,
    data: {
      ...samples.data,
      ...(organization && { organization }),
      ...(account && { account }),
      ...(environment && { environment }),
    },
    fixtures: { ...samples.fixtures, ...Object.fromEntries(given) },
    without: options.without ?? [],
    timeoutMs: options.timeoutMs ?? defaultTimeoutMs,
    ...(options.fetch && { fetch: options.fetch }),
    ...(options.authorization !== undefined && { authorization: options.authorization }),
  };
  return { target, close: async () => mock?.close() };
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
