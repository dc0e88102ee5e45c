import { mkdir } from "node:fs/promises";
import type { Report } from "../../conformance/results/report.ts";
import { type ConformanceOptions, runConformance } from "../../conformance/run-conformance.ts";
import { apis } from "../apis/index.ts";
import { createConsoleLines } from "../report/console.ts";
import { documentOf } from "../report/document.ts";
import { reportFormats } from "../report/formats.ts";
import { wantsColour } from "../report/paint.ts";
import { createProgress } from "../report/progress.ts";
import { createTerminalText } from "../report/terminal-text.ts";
import { commandName } from "./command-name.ts";
import { watchForEnding } from "./ending.ts";
import { exitCodeOf } from "./exit-code.ts";
import { readMaxMinutes } from "./number-flags.ts";
import { budgetLine } from "./plan.ts";
import { assertWritable, readReportFlags, writeReports } from "./report-files.ts";
import type { RunFlags } from "./run-flags.ts";
import { readRunSettings } from "./run-settings.ts";

/** `poolproof run`: what went wrong on stdout as it comes, all of it explained last. Answers the exit code. */
export async function run(api: string | undefined, given: RunFlags): Promise<number> {
  const { runs, flags } = await readRunSettings(api, given, process.env);
  if (flags.plan) return (await import("./plan.ts")).plan(runs);
  const wanted = readReportFlags(flags.report?.length ? flags.report : await usualReports(api, flags));
  await assertWritable(wanted);
  const isForPeople = wanted.every(({ file }) => file !== undefined);
  const command = commandName(process.env);
  const lines = createConsoleLines({
    colour: wantsColour(process.stdout, process.env),
    command,
    width: process.stdout.columns,
  });
  const terminalText = createTerminalText(process.stdout, process.env);
  const progress = createProgress(process.stderr);
  const print = (text: string) => {
    progress.clear();
    if (isForPeople) process.stdout.write(`${terminalText(text)}\n`);
  };
  const keepExchanges = wanted.some(({ format }) => reportFormats[format].needsExchanges);
  const ending = watchForEnding(readMaxMinutes(flags.maxMinutes));
  const reports: Report[] = [];
  try {
    for (const options of runs) {
      if (ending.signal.aborted) break;
      if (options.url === undefined && reports.length === 0) {
        const embedded = options.profile === "mock" ? "mock" : "reference server";
        process.stderr.write(`No --url was given: this checks the embedded ${embedded}, not a server of yours.\n`);
      }
      const budget = await budgetLine(options);
      const report = await runConformance({
        ...options,
        keepExchanges,
        onStart: (url) => {
          print(startLine(options, url));
          process.stderr.write(`${budget.text}\n`);
          progress.begin(apis[options.api].title, budget.checks);
        },
        onRequest: progress.request,
        onResult: (result) => {
          if (flags.verbose || !["pass", "skipped"].includes(result.verdict)) print(lines.resultLine(result));
          progress.result(result);
        },
        signal: ending.signal,
      });
      progress.clear();
      reports.push(report);
    }
  } finally {
    progress.clear();
    ending.close();
  }

  const failures = lines.failureLines(reports);
  if (failures.length > 0) print(failures.join("\n"));
  for (const report of reports) print(lines.summaryLines(report, reports).join("\n"));
  const unreached = runs.slice(reports.length).map(({ api: each }) => each);
  if (unreached.length > 0) print(`\nNot run, as the time was up or the run interrupted: ${unreached.join(", ")}`);
  const document = documentOf(reports);
  await writeReports(wanted, document, command);
  for (const { format, file } of wanted) if (file !== undefined) process.stderr.write(`${format} report: ${file}\n`);
  return exitCodeOf(document, { wasInterrupted: ending.wasInterrupted(), unreached: unreached.length });
}

/** `Pulumi Cloud (pulumi), profile full, target staging; first request: GET http://…` */
function startLine({ api, profile = "full", targetName }: ConformanceOptions, url: string): string {
  const target = targetName === undefined ? "" : `, target ${targetName}`;
  return `${apis[api].title} (${api}), profile ${profile}${target}; first request: GET ${url}`;
}

/** In the repository itself a run of everything leaves a page to look at. */
async function usualReports(api: string | undefined, { target, config }: RunFlags): Promise<string[]> {
  const isRunOfEverything = [api, target, config].every((word) => word === undefined);
  if (!isRunOfEverything || process.env.npm_lifecycle_event !== "conformance") return [];
  await mkdir("report", { recursive: true });
  return ["html=report/index.html"];
}
