import type { Drift } from "../../conformance/coverage/drift.ts";
import { exitCodes } from "../../conformance/kit/verdict.ts";
import type { ChangeKind, CheckChange } from "../../conformance/results/compare-checks.ts";
import {
  type Change,
  type Comparison,
  compareReports,
  type DocumentComparison,
} from "../../conformance/results/compare-reports.ts";
import type { ReportedObservation } from "../../conformance/results/report.ts";
import { apis } from "../apis/index.ts";
import { countOf } from "../report/count-of.ts";
import { printable } from "../report/printable.ts";
import { readReport } from "../report/read-report.ts";
import { UsageError } from "./usage-error.ts";

/** Worst first. */
const kinds = [
  "newly failing",
  "no longer decided",
  "fixed",
  "changed",
  "added",
  "removed",
] as const satisfies readonly ChangeKind[];

/** Of what does not fail no more is shown; `--json` has all. */
const mostShown = 20;

/**
 * `poolproof diff OLD.json NEW.json`: what changed between two reports, check by check, on stdout.
 * Answers the exit code: 1 if anything newly fails; otherwise 3 if a MUST that had been decided no longer is, which may
 * hide such a failure; otherwise 0. What the later run was told to leave out (`--only`, another shard) counts for nothing.
 * @throws {UsageError} for files that are no reports, or that have no API in common
 */
export async function diff(
  before: string,
  after: string,
  { json = false }: { readonly json?: boolean },
): Promise<number> {
  const result = compareReports(await readReport(before), await readReport(after));
  if (result.comparisons.length === 0)
    throw new UsageError(`${before} and ${after} have no API in common: name two reports of the same API.`);
  const exitCode = exitCodeOf(result);
  const text = json ? JSON.stringify({ exitCode, ...result }, null, 2) : linesOf(result).join("\n");
  process.stdout.write(`${text}\n`);
  return exitCode;
}

function exitCodeOf({ comparisons, absent }: DocumentComparison): number {
  const changes = comparisons.flatMap((comparison) => comparison.changes);
  if (changes.some(({ kind }) => kind === "newly failing")) return exitCodes["does not conform"];
  const isLost = changes.some(({ kind, level }) => kind === "no longer decided" && level === "MUST");
  return isLost || absent.gone.length > 0 ? exitCodes.incomplete : exitCodes.conforms;
}

function linesOf({ comparisons, absent }: DocumentComparison): string[] {
  const all = comparisons.flatMap(({ changes }) => changes);
  const numbers = kinds
    .map((kind) => ({ kind, count: all.filter((change) => change.kind === kind).length }))
    .filter(({ count }) => count > 0);
  const absentLine = (where: string) => (run: (typeof absent.gone)[number]) =>
    `${apis[run.api].title}  ${printable(run.url)}: only in the ${where} report`;
  return [
    ...comparisons.flatMap((comparison) => [...linesOfOne(comparison), ""]),
    ...absent.gone.map(absentLine("old")),
    ...absent.appeared.map(absentLine("new")),
    numbers.length === 0 ? "No check changed." : numbers.map(({ kind, count }) => `${count} ${kind}`).join(", "),
  ];
}

function linesOfOne({ api, circumstances, changes, leftOut, drift, observations }: Comparison): string[] {
  const lines = [
    ...circumstances.map(({ what, before, after }) => `not the same ${what}: ${before} before, ${after} now`),
    ...kinds.flatMap((kind) => changeLines(changes.filter((change) => change.kind === kind))),
    ...(leftOut > 0
      ? [`${countOf(leftOut, "check of the old report was", "checks of the old report were")} left out of the new run`]
      : []),
    ...pairLines("drift", drift, describeDrift),
    ...pairLines("observed", observations, describeObservation),
  ];
  return [apis[api].title, ...(lines.length === 0 ? ["nothing changed"] : lines).map((line) => `  ${printable(line)}`)];
}

function changeLines(changes: readonly CheckChange[]): string[] {
  const shown = changes[0]?.kind === "newly failing" ? changes : changes.slice(0, mostShown);
  const lines = shown.map(({ kind, id, before = "not run", after = "not run", reason }) => {
    const verdicts = before === after ? `${after}, for other findings` : `${before} → ${after}`;
    return `${kind.padEnd(17)}  ${id}  ${verdicts}${reason && `: ${reason}`}`;
  });
  return [...lines, ...more(changes.length - shown.length, `checks ${changes[0]?.kind}`)];
}

function pairLines<Item>(what: string, { appeared, gone }: Change<Item>, describe: (item: Item) => string): string[] {
  const lines = [
    ...appeared.map((item) => `${what}, new: ${describe(item)}`),
    ...gone.map((item) => `${what}, gone: ${describe(item)}`),
  ];
  return [...lines.slice(0, mostShown), ...more(lines.length - mostShown, "such lines")];
}

function more(count: number, what: string): string[] {
  return count > 0 ? [`… and ${count} more ${what}; --json has them all`] : [];
}

function describeDrift({ operation, kind, at, documented, found }: Drift): string {
  const members = kind === "renamed" ? `${documented} is now ${found}` : `${documented ?? found} is ${kind}`;
  return `${operation}: ${members}${at && ` in ${at}`}`;
}

function describeObservation({ operation, text }: ReportedObservation): string {
  return `${operation}: ${text}`;
}
