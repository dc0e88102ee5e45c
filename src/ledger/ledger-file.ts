import { closeSync, openSync, rmSync, unlinkSync, writeSync } from "node:fs";
import { mkdir, readdir, readFile } from "node:fs/promises";
import { hostname } from "node:os";
import { join } from "node:path";
import type { Journal } from "../../conformance/kit/journal.ts";
import type { ApiId } from "../apis/index.ts";
import { parseLedger } from "./parse-ledger.ts";

/** What it takes to find a target again. It holds no token, only the name of the variable that does, and a digest. */
export interface LedgerHeader {
  readonly version: 1;
  readonly api: ApiId;
  readonly url: string;
  readonly data: Readonly<Record<string, string>>;
  readonly authorization?: string;
  readonly tokenVariable: string;
  /** Of the token that the run had; ledgers of earlier versions have none. */
  readonly tokenDigest?: string;
  /** Path of a file, absolute. */
  readonly ca?: string;
  readonly isInsecure?: boolean;
  /** How the names of everything begin that the run creates. */
  readonly namePrefix: string;
  /** ISO 8601, in UTC. */
  readonly startedAt: string;
  readonly pid: number;
  readonly host: string;
}

/** One thing in a ledger that is not known to be gone. */
export interface LedgerEntry {
  readonly id: string;
  /** Of the request that created it. */
  readonly url: string;
}

/** A ledger as it was found on disk. */
export interface FoundLedger {
  readonly file: string;
  readonly header: LedgerHeader;
  readonly entries: readonly LedgerEntry[];
}

type Line = { readonly created: string; readonly url: string } | { readonly removed: string };

/**
 * A journal in a file of its own, a JSON value a line. The file is there from the first creation until everything is
 * gone again; each line is handed to the system before the run goes on, so that it is there whatever happens to us.
 */
export function createLedgerFile(directory: string, header: Omit<LedgerHeader, "version" | "pid" | "host">): Journal {
  const file = join(directory, `${header.namePrefix}${header.api}.jsonl`);
  let descriptor: number | undefined;
  const write = (line: Line | LedgerHeader) => {
    if (descriptor !== undefined) writeSync(descriptor, `${JSON.stringify(line)}\n`);
  };
  return {
    expect: () => {
      if (descriptor !== undefined) return;
      // Never another's: two runs have different names.
      descriptor = openSync(file, "ax", 0o600);
      write({ version: 1, ...header, pid: process.pid, host: hostname() });
    },
    created: (id, url) => write({ created: id, url }),
    removed: (id) => write({ removed: id }),
    close: (isClean) => {
      if (descriptor === undefined) return;
      closeSync(descriptor);
      descriptor = undefined;
      if (isClean) rmSync(file, { force: true });
    },
  };
}

/**
 * Makes the folder for ledgers.
 * @throws {Error} with the code of the system if it cannot be had or not be written to
 */
export async function openLedgerDirectory(directory: string): Promise<void> {
  await mkdir(directory, { recursive: true, mode: 0o700 });
  const probe = join(directory, `.probe-${process.pid}`);
  closeSync(openSync(probe, "w"));
  unlinkSync(probe);
}

/**
 * All ledgers in a folder, the oldest first, and files that look like ledgers and cannot be read.
 * @throws {Error} with the code of the system if the folder is there and cannot be read
 */
export async function readLedgers(
  directory: string,
): Promise<{ readonly ledgers: readonly FoundLedger[]; readonly unreadable: readonly string[] }> {
  const found = await readdir(directory).catch((error: NodeJS.ErrnoException): string[] => {
    if (error.code === "ENOENT") return [];
    throw error;
  });
  const unreadable: string[] = [];
  const ledgers: FoundLedger[] = [];
  for (const name of found.filter((each) => /^poolproof-.*\.jsonl$/.test(each))) {
    const file = join(directory, name);
    const text = await readFile(file, "utf8").catch(({ code }: NodeJS.ErrnoException) => code);
    // Its run has just come to its end.
    if (text === "ENOENT") continue;
    const ledger = parseLedger(file, text ?? "");
    if (ledger) ledgers.push(ledger);
    else unreadable.push(file);
  }
  return { ledgers: ledgers.toSorted((a, b) => a.header.startedAt.localeCompare(b.header.startedAt)), unreadable };
}
