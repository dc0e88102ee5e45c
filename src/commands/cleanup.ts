import { rm } from "node:fs/promises";
import { hostname } from "node:os";
import { PreflightError, preflight } from "../../conformance/kit/preflight.ts";
import { defaultTimeoutMs, defaultTokenVariables, type Target } from "../../conformance/kit/target.ts";
import { realSleep } from "../../conformance/kit/weather.ts";
import { cleanUp } from "../../conformance/run/clean-up.ts";
import { loadSuite } from "../../conformance/suites.ts";
import { apis } from "../apis/index.ts";
import { type FoundLedger, readLedgers } from "../ledger/ledger-file.ts";
import { stateDirectory } from "../ledger/state-directory.ts";
import { printable } from "../report/printable.ts";
import { openNetwork } from "./network-options.ts";
import { readTimeout } from "./number-flags.ts";
import { UsageError } from "./usage-error.ts";

export interface CleanupFlags {
  /** Only tells what there is. */
  readonly list?: boolean;
  /** Forgets what is written down without asking any target: those that are no more would be asked for ever. */
  readonly forget?: boolean;
  readonly timeout?: string;
}

/**
 * `poolproof cleanup`: finishes runs that could not remove what they had created. Answers the exit code: 0 if nothing is
 * left, 1 if something is, 2 if a target could not be asked.
 */
export async function cleanup(
  { list = false, forget = false, timeout }: CleanupFlags,
  env: NodeJS.ProcessEnv,
): Promise<number> {
  const timeoutMs = timeout === undefined ? defaultTimeoutMs : readTimeout(timeout);
  const directory = stateDirectory(env);
  const { ledgers, unreadable } = await readLedgers(directory).catch((cause: NodeJS.ErrnoException) => {
    throw new UsageError(
      `The folder ${directory} cannot be read (${cause.code}): name with POOLPROOF_STATE the one that the runs had.`,
      { cause },
    );
  });
  for (const file of unreadable)
    print(`${file} is no ledger of this version and was left alone: delete it once you have seen to its run.`);
  if (ledgers.length === 0 && unreadable.length === 0)
    print(`Nothing to clean up: no run has left anything behind (${directory}).`);
  let code = unreadable.length > 0 ? 2 : 0;
  for (const ledger of ledgers) {
    print(describe(ledger));
    if (isUnderWay(ledger)) print(`  still running (process ${ledger.header.pid}), so it is left alone`);
    else if (list) code = Math.max(code, 1);
    else if (forget) await forgetLedger(ledger);
    else code = Math.max(code, await finish(ledger, timeoutMs, env));
  }
  return code;
}

async function forgetLedger({ file }: FoundLedger): Promise<void> {
  await rm(file, { force: true });
  print("  forgotten; nothing was removed from the target");
}

async function finish({ file, header, entries }: FoundLedger, timeoutMs: number, env: NodeJS.ProcessEnv) {
  const token = env[header.tokenVariable];
  if (!token) {
    print(`  no token: set the variable ${header.tokenVariable} and run poolproof cleanup again`);
    return 2;
  }
  const suite = await loadSuite(header.api);
  const described: Target = {
    api: header.api,
    baseUrl: header.url,
    token,
    tokenVariables: { ...defaultTokenVariables, token: header.tokenVariable },
    profile: "full",
    data: header.data,
    fixtures: {},
    without: [],
    timeoutMs,
    ...(header.authorization !== undefined && { authorization: header.authorization }),
  };
  let target = described;
  try {
    const { ca, isInsecure: insecure = false } = header;
    const fetch = await openNetwork({ insecure, ...(ca !== undefined && { ca }) }, env);
    target = { ...described, ...(fetch && { fetch }) };
    await preflight(suite, target, realSleep);
  } catch (error) {
    // Other ledgers may do.
    if (!(error instanceof PreflightError || error instanceof UsageError)) throw error;
    print(`  ${printable(error.message)}`);
    return 2;
  }
  const { namePrefix } = header;
  const { removed, left } = await cleanUp({ suite, target, namePrefix, created: entries, sleep: realSleep });
  for (const id of removed) print(`  removed      ${printable(id)}`);
  for (const { what, reason } of left) print(`  left behind  ${printable(what)} (${printable(reason)})`);
  if (left.length > 0) return 1;
  if (removed.length === 0) print("  nothing of it is there any more");
  await rm(file, { force: true });
  return 0;
}

function describe({ header, entries }: FoundLedger): string {
  const { api, url, namePrefix, startedAt } = header;
  const count = entries.length === 1 ? "1 thing" : `${entries.length} things`;
  const what =
    entries.length === 0
      ? "it was cut off, with nothing written down that is not removed"
      : `${count} created and not removed`;
  return printable(`${apis[api].title}  ${url}  run ${namePrefix} of ${startedAt}: ${what}`);
}

const longestRunMs = 24 * 60 * 60 * 1000;

/** After a day its process number is somebody else's. On another machine that shares the folder nobody can tell. */
function isUnderWay({ header: { pid, host, startedAt } }: FoundLedger): boolean {
  const isRecent = Date.now() - Date.parse(startedAt) < longestRunMs;
  if (!isRecent || host !== hostname()) return isRecent;
  if (pid === process.pid) return false;
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    // There, but of another user.
    return (error as NodeJS.ErrnoException).code === "EPERM";
  }
}

function print(line: string): void {
  process.stdout.write(`${line}\n`);
}
