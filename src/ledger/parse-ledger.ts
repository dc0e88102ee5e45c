import { isApiId } from "../apis/index.ts";
import type { FoundLedger, LedgerEntry, LedgerHeader } from "./ledger-file.ts";

/**
 * Reads what a ledger holds; undefined for what is none of this version. Lines that cannot be read are passed over, as
 * the last one is half there if the process ended while it was written.
 */
export function parseLedger(file: string, text: string): FoundLedger | undefined {
  const [header, ...lines] = text.split("\n").filter(Boolean).map(parseLine);
  if (!isHeader(header)) return undefined;
  const entries = new Map<string, LedgerEntry>();
  for (const { created, url, removed } of lines) {
    if (typeof created === "string" && isUrl(url)) entries.set(created, { id: created, url });
    if (typeof removed === "string") entries.delete(removed);
  }
  return { file, header, entries: [...entries.values()] };
}

type Members = Readonly<Record<string, unknown>>;

function parseLine(line: string): Members {
  try {
    return membersOf(JSON.parse(line));
  } catch {
    return {};
  }
}

/** What is removed is found by what stands here, so a damaged header is not to lead to what was never ours. */
function isHeader(header: Members | undefined): header is Members & LedgerHeader {
  if (header?.version !== 1) return false;
  const { api, url, data, authorization, tokenVariable, tokenDigest, ca, isInsecure = false, ...run } = header;
  const { namePrefix, startedAt, pid, host } = run;
  return (
    typeof api === "string" &&
    isApiId(api) &&
    isUrl(url) &&
    typeof data === "object" &&
    data !== null &&
    Object.values(membersOf(data)).every((value) => typeof value === "string") &&
    isTextIfGiven(authorization) &&
    isTextIfGiven(ca) &&
    isTextIfGiven(tokenDigest) &&
    typeof isInsecure === "boolean" &&
    typeof tokenVariable === "string" &&
    typeof namePrefix === "string" &&
    /^poolproof-\w+-$/.test(namePrefix) &&
    typeof startedAt === "string" &&
    !Number.isNaN(Date.parse(startedAt)) &&
    Number.isInteger(pid) &&
    typeof host === "string"
  );
}

function membersOf(value: unknown): Members {
  return typeof value === "object" && value !== null ? (value as Members) : {};
}

function isUrl(value: unknown): value is string {
  return typeof value === "string" && URL.canParse(value);
}

function isTextIfGiven(value: unknown): boolean {
  return value === undefined || typeof value === "string";
}
