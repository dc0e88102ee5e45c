import { exitCodes } from "../../conformance/kit/verdict.ts";
import { digestSuite } from "../../conformance/results/digests.ts";
import { type FiledReport, type MergedReport, mergeReports } from "../../conformance/results/merge-reports.ts";
import type { Report } from "../../conformance/results/report.ts";
import { loadSuite } from "../../conformance/suites.ts";
import { orList } from "../contract/describe-value.ts";
import { countOf } from "../report/count-of.ts";
import { documentOf, staleWaivers } from "../report/document.ts";
import { printable } from "../report/printable.ts";
import { readReport } from "../report/read-report.ts";
import { commandName } from "./command-name.ts";
import { assertWritable, readReportFlags, writeReports } from "./report-files.ts";
import { UsageError } from "./usage-error.ts";

/**
 * `poolproof merge A.json B.json … --report FORMAT=FILE`: the reports of shards, or of several APIs, as one. A line for
 * each run on stdout. Answers the exit code that one run would have had.
 * @throws {UsageError} for files that are no reports or do not belong together
 */
export async function merge(
  files: readonly string[],
  { report: words = [] }: { readonly report?: readonly string[] },
): Promise<number> {
  const wanted = readReportFlags(words);
  if (wanted.length === 0) throw new UsageError("merge writes one report: say where to, as in --report json=FILE.");
  await assertWritable(wanted);
  const { given, version } = await readAll(files);
  const suiteIds = await loadSuiteIds(given.map(({ report }) => report));
  const merged = mergeReports(given, (report) => suiteIds.get(report.digests.suite));
  const document = { ...documentOf(merged.map(({ report }) => report)), poolproof: version };
  await writeReports(wanted, document, commandName(process.env));
  // A report that goes to stdout is alone there.
  const out = wanted.some(({ file }) => file === undefined) ? process.stderr : process.stdout;
  for (const each of merged) out.write(`${linesOf(each).map(printable).join("\n")}\n`);
  const isStale = merged.some(({ report }) => staleWaivers(report).length > 0);
  return document.conclusion === "conforms" && isStale ? 1 : exitCodes[document.conclusion];
}

async function readAll(files: readonly string[]): Promise<{ given: FiledReport[]; version: string }> {
  const given: FiledReport[] = [];
  const versions = new Map<string, string>();
  // One after the other, since reports can be large.
  for (const file of files) {
    const document = await readReport(file);
    versions.set(document.poolproof, file);
    given.push(...document.runs.map((report) => ({ file, report })));
  }
  const [version, ...others] = versions.keys();
  if (version === undefined || given.length === 0)
    throw new UsageError("There is no run to merge: name the reports of the shards.");
  if (others.length > 0) {
    const found = [...versions].map(([each, file]) => `${each} (${file})`);
    throw new UsageError(`The reports are of Poolproof ${found.join(" and ")}: merge those of one version.`);
  }
  return { given, version };
}

/** Ids of the checks of each suite, by its digest: a report of another version may be of another suite. */
async function loadSuiteIds(reports: readonly Report[]): Promise<ReadonlyMap<string, readonly string[]>> {
  const apis = [...new Set(reports.map(({ api }) => api))];
  const suites = await Promise.all(apis.map(loadSuite));
  return new Map(suites.map(({ checks }) => [digestSuite(checks), checks.map(({ id }) => id)]));
}

function linesOf({ report, missing, of }: MergedReport): string[] {
  const { api, target, counts, conclusion, requests, waivers } = report;
  const numbers = Object.entries(counts).filter(([, count]) => count > 0);
  const total = numbers.map(([verdict, count]) => `${count} ${verdict}`).join(", ") || "no checks";
  const missingLine = `  missing: ${missing.length === 1 ? "shard" : "shards"} ${orList(missing.map(String)).replace(" or ", " and ")} of ${of}; name the report of each run with --shard N/${of}`;
  return [
    `${api}  ${target.url}: ${conclusion}`,
    `  ${total}; ${countOf(requests, "request")}`,
    ...(missing.length > 0 ? [missingLine] : []),
    ...waivers
      .filter(({ state }) => state === "stale" || state === "expired")
      .map(({ id, state }) => `  ${state} waiver: ${id}`),
  ];
}
