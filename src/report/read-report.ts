import { type FileHandle, open } from "node:fs/promises";
import { Ajv2020, type ErrorObject, type ValidateFunction } from "ajv/dist/2020.js";
import addFormats from "ajv-formats";
import type { ReportDocument } from "../../conformance/results/report.ts";
import packageJson from "../../package.json" with { type: "json" };
import { UsageError } from "../commands/usage-error.ts";
import schema from "./report.schema.json" with { type: "json" };

/** No text can be much longer in JavaScript. */
const mostBytes = 512_000_000;

let compiled: ValidateFunction<ReportDocument> | undefined;

/** What to do about a file that is no report. */
const advice = "name a file that --report json=FILE has written";

/**
 * Reads a report that was written with `--report json=FILE`.
 * @throws {UsageError} if the file is missing, a folder, unreadable, larger than 512 MB, not JSON, or no report that this
 *   version of Poolproof knows
 */
export async function readReport(file: string, limitBytes = mostBytes): Promise<ReportDocument> {
  const document = parse(file, await readText(file, limitBytes));
  compiled ??= createAjv().compile<ReportDocument>(schema);
  if (compiled(document)) return document;
  const version = versionOf(document);
  if (version === undefined) throw new UsageError(`${file} is JSON but no report of Poolproof: ${advice}.`);
  if (isNewer(version, packageJson.version)) {
    const remedy = "use that version to read it";
    throw new UsageError(
      `${file} was written by Poolproof ${version}, which is newer than this ${packageJson.version}: ${remedy}.`,
    );
  }
  const [error] = compiled.errors ?? [];
  throw new UsageError(
    `${file} is not as Poolproof ${version} writes reports${error ? ` (${describe(error)})` : ""}: ${advice}.`,
  );
}

/** Never reads more than is allowed, whatever the file's size is said to be. */
async function readText(file: string, limitBytes: number): Promise<string> {
  try {
    await using handle = await open(file);
    return new TextDecoder("utf-8", { fatal: true }).decode(await readBytes(file, handle, limitBytes));
  } catch (cause) {
    if (cause instanceof UsageError) throw cause;
    throw new UsageError(explain(file, cause as NodeJS.ErrnoException), { cause });
  }
}

async function readBytes(file: string, handle: FileHandle, limitBytes: number): Promise<Uint8Array> {
  const chunks: Uint8Array[] = [];
  let length = 0;
  for await (const chunk of handle.createReadStream({ autoClose: false }) as AsyncIterable<Uint8Array>) {
    length += chunk.length;
    if (length > limitBytes) {
      const limit = `${limitBytes / 1_000_000} MB`;
      throw new UsageError(`${file} is larger than ${limit}: ${advice}; --only and --shard make it shorter.`);
    }
    chunks.push(chunk);
  }
  return Buffer.concat(chunks);
}

function explain(file: string, { code }: NodeJS.ErrnoException): string {
  if (code === "ENOENT" || code === "ENOTDIR") return `There is no file ${file}: ${advice}.`;
  if (code === "EISDIR") return `${file} is a folder: name the file in it.`;
  if (code === "ERR_ENCODING_INVALID_ENCODED_DATA") return `${file} is not text in UTF-8: ${advice}.`;
  return `${file} cannot be read (${code}): see to its permissions, or name another.`;
}

function parse(file: string, text: string): unknown {
  try {
    return JSON.parse(text);
  } catch (cause) {
    const state = text.trim() === "" ? "empty" : "not JSON, or cut off";
    throw new UsageError(`${file} is ${state}: ${advice}.`, { cause });
  }
}

function createAjv(): Ajv2020 {
  // Stops at the first mistake, since only that is told and a report can be long.
  const ajv = new Ajv2020({ strict: true, allowUnionTypes: true });
  // The CommonJS package puts its function under `default` for ES modules, or is it, depending on who loads it.
  (("default" in addFormats ? addFormats.default : addFormats) as unknown as (ajv: Ajv2020) => void)(ajv);
  return ajv;
}

function describe({ instancePath, message = "is wrong" }: ErrorObject): string {
  return `${instancePath || "the document"} ${message}`;
}

/** Undefined for what is no document of ours at all. */
function versionOf(document: unknown): string | undefined {
  if (typeof document !== "object" || document === null || !("poolproof" in document)) return undefined;
  const { poolproof } = document;
  return typeof poolproof === "string" && /^\d+\.\d+\.\d+/.test(poolproof) ? poolproof : undefined;
}

function isNewer(version: string, than: string): boolean {
  return version.localeCompare(than, "en", { numeric: true }) > 0;
}
