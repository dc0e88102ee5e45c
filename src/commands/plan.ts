import { checkedOptions } from "../../conformance/checked-options.ts";
import { profiles } from "../../conformance/kit/capability.ts";
import type { Check } from "../../conformance/kit/check.ts";
import { firstUrl, preflight } from "../../conformance/kit/preflight.ts";
import type { Suite } from "../../conformance/kit/suite.ts";
import { realSleep } from "../../conformance/kit/weather.ts";
import { assertKnownPrefixes } from "../../conformance/known-prefixes.ts";
import { selectChecks } from "../../conformance/run/selection.ts";
import { type ConformanceOptions, openTarget } from "../../conformance/run-conformance.ts";
import { createRedactor, secretsOf } from "../../conformance/secrets/redact.ts";
import { loadSuite } from "../../conformance/suites.ts";
import requestCounts from "../../generated/requests.json" with { type: "json" };
import { apis } from "../apis/index.ts";
import { countOf } from "../report/count-of.ts";

const readingMethods = /^(GET|HEAD|OPTIONS) /;

type RequestCounts = Readonly<Record<string, number>>;

/** `poolproof run --plan`: what would be sent. Nothing is, but one request that reads. Answers the exit code. */
export async function plan(runs: readonly ConformanceOptions[]): Promise<number> {
  for (const [index, options] of runs.entries()) {
    const text = (await planLines(options)).join("\n");
    process.stdout.write(index === 0 ? `${text}\n` : `\n${text}\n`);
  }
  return 0;
}

/** How many checks a run has and about how many requests they send, as a line before it. */
export async function budgetLine(
  options: ConformanceOptions,
): Promise<{ readonly text: string; readonly checks: number }> {
  const suite = await loadSuite(options.api);
  const checks = selectChecks(suite.checks, options);
  const requests = sumOf(checks.flatMap((check) => Object.values(countsOf(suite, check, options))));
  const { rate } = options;
  const time = rate === undefined ? "" : `, at ${rate} a second not before ${describeSeconds(requests / rate)}`;
  // What a mock is asked for is less than what a server that keeps things is.
  const measure = options.profile === "mock" ? "at most" : "about";
  return {
    text: `${countOf(checks.length, "check")}, ${measure} ${countOf(requests, "request")}${time}`,
    checks: checks.length,
  };
}

async function planLines(given: ConformanceOptions): Promise<string[]> {
  const options = checkedOptions(given);
  const suite = await loadSuite(options.api);
  await assertKnownPrefixes(suite, options.only);
  const { target, close } = await openTarget(options);
  try {
    const checks = selectChecks(suite.checks, options);
    const running = checks.filter((check) => !isLackingCapability(check, options));
    const totals = new Map<string, number>();
    for (const check of running)
      for (const [request, count] of Object.entries(countsOf(suite, check, options)))
        totals.set(request, (totals.get(request) ?? 0) + count);
    const rows = [...totals].toSorted(([a], [b]) => a.localeCompare(b));
    const writes = rows.filter(([request]) => !readingMethods.test(request));
    const url = firstUrl(suite, target);
    await preflight(suite, target, realSleep);
    return [
      `${apis[options.api].title}  ${target.baseUrl}  profile ${target.profile}`,
      `  ${url} answers, and takes the token. Nothing else was sent.`,
      "",
      `  ${(await budgetLine(options)).text}; ${checks.length - running.length} of the checks are skipped, as the profile has no use for them.`,
      `  About ${sumOf(writes.map(([, count]) => count))} of the requests write:`,
      ...rows.map(([request, count]) => {
        const kind = readingMethods.test(request) ? "      " : "writes";
        return `    ${String(count).padStart(6)}  ${kind}  ${request}`;
      }),
      "",
      ...(writes.length > 0 && suite.own
        ? ["  What is created bears a name that begins with poolproof-, and is removed again."]
        : []),
      ...consumedLines(options),
    ].map(createRedactor(secretsOf(target)));
  } finally {
    await close();
  }
}

/** What fixtures are named for is done to them. */
function consumedLines({ fixtures = {} }: ConformanceOptions): string[] {
  return Object.entries(fixtures).map(([name, ids]) => `  Named with --fixture: ${name} = ${[ids].flat().join(", ")}`);
}

function isLackingCapability({ needs }: Check, { profile = "full" }: ConformanceOptions): boolean {
  return needs.some((need) => !(profiles[profile] as readonly string[]).includes(need));
}

/** As measured against the reference server, which has all that can be asked for. */
function countsOf({ api, contract, own }: Suite, check: Check, options: ConformanceOptions): RequestCounts {
  if (isLackingCapability(check, options)) return {};
  const counts = (requestCounts as Record<string, Record<string, RequestCounts>>)[api]?.[check.id] ?? {};
  if ((profiles[options.profile ?? "full"] as readonly string[]).includes("write")) return counts;
  // What is not created is not looked at after that either.
  const creations = counts[requestWith(own?.createWith)] ?? 0;
  const look = requestWith(own?.creation.showWith);
  return Object.fromEntries(
    Object.entries(counts)
      .filter(([request]) => readingMethods.test(request))
      .map(([request, count]) => [request, request === look ? Math.max(0, count - creations) : count] as const)
      .filter(([, count]) => count > 0),
  );

  function requestWith(operationId: string | undefined): string {
    const operation = contract.operations.find(({ id }) => id === operationId);
    return operation ? `${operation.method} ${operation.path}` : "";
  }
}

function sumOf(counts: readonly number[]): number {
  return counts.reduce((sum, count) => sum + count, 0);
}

function describeSeconds(seconds: number): string {
  return seconds < 90 ? `${Math.ceil(seconds)} s` : `${Math.ceil(seconds / 60)} min`;
}
