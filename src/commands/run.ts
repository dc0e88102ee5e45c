import { appendFile, writeFile } from "node:fs/promises";
import type { Report } from "../../conformance/kit/report.ts";
import { type Conclusion, exitCodes } from "../../conformance/kit/verdict.ts";
import { runConformance } from "../../conformance/run-conformance.ts";
import { createConsoleLines } from "../report/console.ts";
import { jsonReport } from "../report/json.ts";
import { type RunFlags, readRunFlags } from "./run-options.ts";
import { UsageError } from "./usage-error.ts";

/** By the shells' convention: 128 and the number of SIGINT. */
const interruptedExitCode = 130;

const endingSignals = ["SIGINT", "SIGTERM", "SIGHUP"] as const;

/** `poolproof run`: results on stdout as they come, failures last. Answers the exit code. */
export async function run(api: string | undefined, flags: RunFlags): Promise<number> {
  const runs = readRunFlags(api, flags, process.env);
  const files = readReportFlags(flags.report ?? []);
  // Before anything is asked, since a run can take long and its result would be lost. Nothing is written yet.
  await Promise.all(files.map((file) => appendFile(file, "").catch(explainUnwritable(file))));
  const lines = createConsoleLines(process.stdout.hasColors?.() ?? false);
  const print = (text: string) => process.stdout.write(`${text}\n`);
  const interrupt = new AbortController();
  const onInterrupt = () => {
    if (interrupt.signal.aborted) process.exit(interruptedExitCode);
    process.stderr.write("\nInterrupted: removing what this run has created. Once more to leave it behind.\n");
    interrupt.abort();
  };
  for (const signal of endingSignals) process.on(signal, onInterrupt);

  const reports: Report[] = [];
  for (const options of runs) {
    if (interrupt.signal.aborted) break;
    if (options.url === undefined && reports.length === 0) {
      const embedded = options.profile === "mock" ? "mock" : "reference server";
      process.stderr.write(`No --url was given: this checks the embedded ${embedded}, not a server of yours.\n`);
    }
    const onStart = reports.length === 0 ? print : () => print("");
    const report = await runConformance({
      ...options,
      onStart,
      onResult: (result) => print(lines.resultLine(result)),
      signal: interrupt.signal,
    });
    reports.push(report);
  }
  for (const signal of endingSignals) process.off(signal, onInterrupt);

  const failures = lines.failureLines(reports);
  if (failures.length > 0) print(["", "Failures", ...failures].join("\n"));
  for (const report of reports) print(lines.summaryLines(report).join("\n"));
  const conclusion = worst(reports.map((report) => report.conclusion));
  await Promise.all(
    files.map((file) => writeFile(file, jsonReport(reports, conclusion)).catch(explainUnwritable(file))),
  );
  return interrupt.signal.aborted ? interruptedExitCode : exitCodes[conclusion];
}

/** @throws {UsageError} for a format that there is not */
function readReportFlags(words: readonly string[]): string[] {
  return words.map((word) => {
    const [format, file = ""] = word.split(/=(.*)/s);
    if (format !== "json")
      throw new UsageError(`There is no report format ${JSON.stringify(format)}; there is json: --report json=FILE.`);
    if (file === "") throw new UsageError(`--report ${word} names no file: write --report json=FILE.`);
    return file;
  });
}

function explainUnwritable(file: string) {
  return (cause: NodeJS.ErrnoException): never => {
    const reason = `The report cannot be written to ${file} (${cause.code}): name a file in a folder that exists.`;
    throw new UsageError(reason, { cause });
  };
}

const gravest = ["does not conform", "error", "incomplete", "conforms"] as const satisfies readonly Conclusion[];

function worst(conclusions: readonly Conclusion[]): Conclusion {
  return gravest.find((each) => conclusions.includes(each)) ?? "incomplete";
}
