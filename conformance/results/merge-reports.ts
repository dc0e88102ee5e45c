import { isDeepStrictEqual } from "node:util";
import { UsageError } from "../../src/commands/usage-error.ts";
import { conclude } from "../kit/verdict.ts";
import { countVerdicts } from "../run/run-report.ts";
import { digestChecks } from "./digests.ts";
import { mergeCoverage } from "./merge-coverage.ts";
import { mergeWaivers } from "./merge-waivers.ts";
import type { CheckResult, Report } from "./report.ts";
import { sumAlike } from "./sum-alike.ts";
import { mergeWants } from "./wants.ts";

/** A report, and the file that it stands in. */
export interface FiledReport {
  readonly file: string;
  readonly report: Report;
}

export interface MergedReport {
  readonly report: Report;
  /** Shards that no file had, of so many. */
  readonly missing: readonly number[];
  readonly of: number;
}

/**
 * Puts the reports of shards together, those of each API and URL to one. What was counted is added up, and what is in two
 * files counts once. While a shard is missing the report is incomplete, if nothing failed.
 * @param suiteIds ids of all checks of the suite that a report is of; undefined if that suite is not known
 * @throws {UsageError} if reports do not belong together, or say different things of the same check
 */
export function mergeReports(
  given: readonly FiledReport[],
  suiteIds: (report: Report) => readonly string[] | undefined,
): readonly MergedReport[] {
  const groups = Map.groupBy(given, ({ report }) => `${report.api} ${report.target.url}`);
  return [...groups.values()].flatMap(([first, ...others]) =>
    first ? [mergeGroup(first, others, suiteIds(first.report))] : [],
  );
}

function mergeGroup(
  first: FiledReport,
  others: readonly FiledReport[],
  ids: readonly string[] | undefined,
): MergedReport {
  for (const other of others) assertAlike(first, other);
  const parts = withoutCopies([first, ...others]).toSorted((a, b) => indexOf(a) - indexOf(b));
  const reports = parts.map(({ report }) => report);
  const { shard, endedEarly: _, ...frame } = first.report;
  const of = shard?.of ?? 1;
  if (shard === undefined && parts.length === 1) return { report: first.report, missing: [], of };
  const missing = Array.from({ length: of }, (_, at) => at + 1).filter(
    (at) => !parts.some((one) => indexOf(one) === at),
  );
  const checks = inSuiteOrder(mergeChecks(parts), ids);
  const notRun = idsNotRun(first.report, checks, ids);
  // Without the suite nobody knows how many checks a missing shard had: one at least.
  const count = notRun?.length ?? add(reports.map((report) => report.notRun)) + missing.length;
  const conclusion = conclude(checks, frame.isStrict);
  const report: Report = {
    ...frame,
    target: { ...frame.target, fixtures: mergeFixtures(reports) },
    ...spanOf(reports),
    checks,
    counts: countVerdicts(checks),
    conclusion: count > 0 && conclusion === "conforms" ? "incomplete" : conclusion,
    waivers: mergeWaivers(reports, checks, { isComplete: missing.length === 0, notRun: notRun ?? [] }),
    notRun: count,
    ...mergeEnds(reports),
    observations: sumAlike(reports.flatMap(({ observations }) => observations)),
    coverage: mergeCoverage(reports.map(({ coverage }) => coverage)),
    drift: sumAlike(reports.flatMap(({ drift }) => drift)),
    leftovers: [...new Map(reports.flatMap(({ leftovers }) => leftovers).map((each) => [each.what, each])).values()],
    wants: mergeWants(
      reports.flatMap(({ wants = [] }) => wants),
      checks,
    ),
    requests: add(reports.map(({ requests }) => requests)),
    digests: { ...frame.digests, checks: digestChecks(checks) },
  };
  return { report, missing, of };
}

/** What all shards of one run have in common, each with what to call it. */
const common: Readonly<Record<string, (report: Report) => unknown>> = {
  "the number of shards": ({ shard }) => shard?.of ?? 1,
  "the digest of the spec": ({ digests }) => digests.spec,
  "the digest of the suite": ({ digests }) => digests.suite,
  "the name of the target": ({ target }) => target.name,
  "the profile": ({ target }) => target.profile,
  "--without": ({ target }) => target.without,
  "the organization, account or environment": ({ target }) => target.data,
  "the form of the token": ({ target }) => target.authorization,
  "the further tokens": ({ target }) => target.tokens,
  "--strict": ({ isStrict }) => isStrict,
  "--only": ({ only }) => only,
  "the waivers": ({ waivers }) => waivers.map(({ id, reason, expires }) => ({ id, reason, expires })),
};

function assertAlike(first: FiledReport, other: FiledReport): void {
  for (const [what, read] of Object.entries(common)) {
    if (isDeepStrictEqual(read(first.report), read(other.report))) continue;
    const { api, target } = first.report;
    throw new UsageError(
      `${first.file} and ${other.file} differ in ${what} (${api} at ${target.url}): merge only the shards of one run.`,
    );
  }
}

/** The same report may have been handed over twice; a second run of a shard is another. */
function withoutCopies(parts: readonly FiledReport[]): readonly FiledReport[] {
  const kept = new Map<number, FiledReport>();
  for (const part of parts) {
    const before = kept.get(indexOf(part));
    kept.set(indexOf(part), before ?? part);
    if (before === undefined || isDeepStrictEqual(before.report, part.report)) continue;
    const { shard } = part.report;
    const what = shard ? `shard ${shard.index}/${shard.of}` : "the whole suite";
    throw new UsageError(`${before.file} and ${part.file} are two runs of ${what}: leave one of them out.`);
  }
  return [...kept.values()];
}

function mergeChecks(parts: readonly FiledReport[]): readonly CheckResult[] {
  const found = new Map<string, { readonly check: CheckResult; readonly file: string }>();
  for (const { file, report } of parts) {
    for (const check of report.checks) {
      const before = found.get(check.id);
      if (before && !isDeepStrictEqual(before.check, check))
        throw new UsageError(`${before.file} and ${file} say different things of ${check.id}: leave one of them out.`);
      found.set(check.id, { check, file });
    }
  }
  return [...found.values()].map(({ check }) => check);
}

/** As one run would have them; without the suite, shard after shard. */
function inSuiteOrder(checks: readonly CheckResult[], ids: readonly string[] = []): readonly CheckResult[] {
  const places = new Map(ids.map((id, index) => [id, index]));
  return checks.toSorted((a, b) => (places.get(a.id) ?? 0) - (places.get(b.id) ?? 0));
}

function idsNotRun({ only }: Report, checks: readonly CheckResult[], ids: readonly string[] | undefined) {
  const run = new Set(checks.map(({ id }) => id));
  return ids?.filter((id) => !run.has(id) && (!only || only.some((prefix) => id.startsWith(prefix))));
}

/** Each machine may have had ids of its own. */
function mergeFixtures(reports: readonly Report[]): Report["target"]["fixtures"] {
  const all = reports.flatMap(({ target }) => Object.entries(target.fixtures));
  const groups = Map.groupBy(all, ([name]) => name);
  return Object.fromEntries(
    [...groups].map(([name, group]) => [name, [...new Set(group.flatMap(([, fixtureIds]) => fixtureIds))]]),
  );
}

/** Each shard may have been ended early for a reason of its own. */
function mergeEnds(reports: readonly Report[]): Pick<Report, "endedEarly"> {
  const reasons = new Set(reports.flatMap(({ endedEarly = [] }) => endedEarly));
  return reasons.size === 0 ? {} : { endedEarly: [...reasons].join("; ") };
}

/** From the first start to the last end. */
function spanOf(reports: readonly Report[]): Pick<Report, "startedAt" | "durationMs"> {
  const starts = reports.map(({ startedAt }) => Date.parse(startedAt));
  const start = Math.min(...starts);
  const end = Math.max(...reports.map(({ durationMs }, index) => (starts[index] ?? start) + durationMs));
  return { startedAt: new Date(start).toISOString(), durationMs: end - start };
}

function indexOf({ report }: FiledReport): number {
  return report.shard?.index ?? 1;
}

function add(counts: readonly number[]): number {
  return counts.reduce((sum, count) => sum + count, 0);
}
