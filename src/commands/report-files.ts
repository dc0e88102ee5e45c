import { randomBytes } from "node:crypto";
import { access, constants, rename, rm, stat, writeFile } from "node:fs/promises";
import { dirname, resolve } from "node:path";
import type { ReportDocument } from "../../conformance/results/report.ts";
import { orList } from "../contract/describe-value.ts";
import { type ReportFormat, renderReport, reportFormats } from "../report/formats.ts";
import { UsageError } from "./usage-error.ts";

/** A report that was asked for. Without a file it goes to stdout, in place of the lines for people. */
export interface WantedReport {
  readonly format: ReportFormat;
  readonly file: string | undefined;
}

/** @throws {UsageError} for a format that there is not, or two reports for one place */
export function readReportFlags(words: readonly string[]): WantedReport[] {
  const wanted = words.map((word) => {
    const [format = "", file] = word.split(/=(.*)/s);
    if (!Object.hasOwn(reportFormats, format)) {
      throw new UsageError(
        `There is no report format ${JSON.stringify(format)}; there is ${orList(Object.keys(reportFormats))}: --report json=FILE.`,
      );
    }
    if (file === "") throw new UsageError(`--report ${word} names no file: write --report ${format}=FILE.`);
    return { format: format as ReportFormat, file };
  });
  const places = wanted.map(({ file }) => (file === undefined ? "" : resolve(file)));
  const twice = wanted.find((_, index) => places.indexOf(places[index] ?? "") !== index);
  if (twice) throw new UsageError(`Two reports would go to ${twice.file ?? "stdout"}: give each a file of its own.`);
  return wanted;
}

/**
 * Before anything is asked, since a run can take long and its result would be lost. Writes nothing.
 * @throws {UsageError} if a file cannot be written
 */
export async function assertWritable(wanted: readonly WantedReport[]): Promise<void> {
  for (const { file } of wanted) {
    if (file === undefined) continue;
    const isFolder = await stat(file).then(
      (found) => found.isDirectory(),
      () => false,
    );
    if (isFolder)
      throw new UsageError(`The report cannot be written to ${file}, which is a folder: name a file in it.`);
    await access(dirname(file), constants.W_OK).catch(explainUnwritable(file));
    await access(file, constants.W_OK).catch((cause: NodeJS.ErrnoException) =>
      cause.code === "ENOENT" ? undefined : explainUnwritable(file)(cause),
    );
  }
}

/**
 * Writes all reports, each whole or not at all.
 * @param command how the command is called here, for the commands that reports show
 */
export async function writeReports(
  wanted: readonly WantedReport[],
  document: ReportDocument,
  command = "poolproof",
): Promise<void> {
  for (const { format, file } of wanted) {
    const text = await renderReport(format, document, command);
    if (file === undefined) process.stdout.write(text);
    else await replaceFile(file, text).catch(explainUnwritable(file));
  }
}

/** What is not a plain file, such as a pipe or a terminal, is written to as it is. */
async function replaceFile(file: string, text: string): Promise<void> {
  const isPlain = await stat(file).then(
    (found) => found.isFile(),
    () => true,
  );
  if (!isPlain) return writeFile(file, text);
  const fresh = `${file}.${randomBytes(4).toString("hex")}.tmp`;
  try {
    await writeFile(fresh, text);
    await rename(fresh, file);
  } catch (error) {
    await rm(fresh, { force: true });
    throw error;
  }
}

function explainUnwritable(file: string) {
  return (cause: NodeJS.ErrnoException): never => {
    const reason = `The report cannot be written to ${file} (${cause.code}): name a file in a folder that exists.`;
    throw new UsageError(reason, { cause });
  };
}
