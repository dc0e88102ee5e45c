import type { Operation } from "../../src/contract/operations.ts";
import type { CoverageTracker } from "../coverage/coverage.ts";
import type { Check } from "../kit/check.ts";
import type { Target } from "../kit/target.ts";
import { conclude, type Verdict, verdicts } from "../kit/verdict.ts";
import { digestBundle, digestChecks, digestSuite } from "../results/digests.ts";
import type { CheckResult, Report } from "../results/report.ts";
import type { AppliedWaiver } from "../results/waiver.ts";
import { wantsOf } from "../results/wants.ts";
import { createRedactor, secretsOf } from "../secrets/redact.ts";
import type { RunOptions } from "./run-options.ts";

export interface RunFacts
  extends Pick<Report, "namePrefix" | "durationMs" | "observations" | "drift" | "leftovers" | "requests"> {
  readonly options: RunOptions & { readonly wanted: readonly Check[] };
  readonly startedAt: Date;
  readonly results: readonly CheckResult[];
  readonly waivers: readonly AppliedWaiver[];
  readonly coverage: CoverageTracker;
  /** Why the run was told to end, if it was. */
  readonly endedEarly?: string | undefined;
}

/** The report of a run that is over. */
export function reportOf({
  options,
  startedAt,
  results,
  waivers,
  coverage,
  drift,
  endedEarly,
  ...facts
}: RunFacts): Report {
  const { suite, target, targetName, isEmbedded, wanted, only, shard, strict = false } = options;
  // In the order of the suite, whichever came to its verdict first.
  const places = new Map(wanted.map(({ id }, index) => [id, index]));
  const checks = results.toSorted((a, b) => (places.get(a.id) ?? 0) - (places.get(b.id) ?? 0));
  const notRun = wanted.length - results.length;
  const isCutShort = notRun > 0 || results.some(({ verdict }) => verdict === "inconclusive");
  const conclusion = conclude(results, strict);
  const redact = createRedactor(secretsOf(target));
  return {
    api: target.api,
    target: describeTarget(target, redact, targetName, isEmbedded),
    startedAt: startedAt.toISOString(),
    isStrict: strict,
    ...(only && { only }),
    ...(shard && { shard }),
    checks,
    counts: countVerdicts(checks),
    conclusion: notRun > 0 && conclusion === "conforms" ? "incomplete" : conclusion,
    waivers,
    notRun,
    ...(isCutShort && endedEarly !== undefined && { endedEarly }),
    wants: wantsOf(checks, suite.fixtures, target.tokenVariables),
    coverage: coverage.report(isProvoked),
    // A member can be named like anything, also after the token that a server was sent.
    drift: drift.map((each) => (each.found === undefined ? each : { ...each, found: redactName(each.found, redact) })),
    ...facts,
    digests: {
      spec: digestBundle(suite.contract.bundle),
      suite: digestSuite(suite.checks),
      checks: digestChecks(checks),
    },
  };

  /** Whether a check of the suite sets out to bring a status about. */
  function isProvoked(operation: Operation, status: string): boolean {
    const ofOperation = suite.checks.filter(({ operationId }) => operationId === operation.id);
    return ofOperation.some(({ provokes }) => provokes.includes(status));
  }
}

/** Names of members were cut off after so many characters. */
const longestName = 200;

function redactName(name: string, redact: (text: string) => string): string {
  return name.length < longestName ? redact(name) : redact(`${name}…`).replace(/…$/, "");
}

/** How many checks came to each verdict. */
export function countVerdicts(results: readonly CheckResult[]): Record<Verdict, number> {
  const count = (verdict: Verdict) => results.filter((each) => each.verdict === verdict).length;
  return Object.fromEntries(verdicts.map((verdict) => [verdict, count(verdict)])) as Record<Verdict, number>;
}

/** Nobody should put a token into an address or a name, and somebody will. */
function describeTarget(
  target: Target,
  redact: (text: string) => string,
  name: string | undefined,
  isEmbedded = false,
): Report["target"] {
  const { baseUrl, profile, without, data, fixtures, authorization, otherToken, limitedToken } = target;
  return {
    ...(name !== undefined && { name }),
    url: redact(baseUrl),
    ...(isEmbedded && { isEmbedded }),
    profile,
    without,
    data: Object.fromEntries(Object.entries(data).map(([each, value]) => [each, redact(value)])),
    fixtures: Object.fromEntries(Object.entries(fixtures).map(([each, ids]) => [each, ids.map(redact)])),
    ...(authorization !== undefined && { authorization }),
    tokens: [...(otherToken ? ["other" as const] : []), ...(limitedToken ? ["limited" as const] : [])],
  };
}
