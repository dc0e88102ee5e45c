import { rm } from "node:fs/promises";
import { hostname } from "node:os";
import { PreflightError, preflight } from "../../conformance/kit/preflight.ts";
import { defaultTimeoutMs, defaultTokenVariables, type Target } from "../../conformance/kit/target.ts";
import { realSleep } from "../../conformance/kit/weather.ts";
import { cleanUp } from "../../conformance/run/clean-up.ts";
import { loadSuite } from "../../conformance/suites.ts";
import { apis } from "../apis/index.ts";
import { isRunning } from "../host/is-running.ts";
import { type FoundLedger, type LedgerHeader, readLedgers } from "../ledger/ledger-file.ts";
import { stateDirectory } from "../ledger/state-directory.ts";
import { isDigestOf } from "../ledger/token-digest.ts";
import { countOf } from "../report/count-of.ts";
import { printable } from "../report/printable.ts";
import { openNetwork } from "./network-options.ts";
import { readTimeout } from "./number-flags.ts";
import { selectLedgers } from "./select-ledgers.ts";
import { UsageError } from "./usage-error.ts";

export interface CleanupFlags {
  /** Only tells what there is. */
  readonly list?: boolean;
  /** Forgets what is written down without asking any target: those that are no more would be asked for ever. */
  readonly forget?: boolean;
  /** Only runs against this target, with the token that the variable now holds, whichever they had. */
  readonly url?: string;
  readonly timeout?: string;
}

/**
 * `poolproof cleanup`: finishes runs that could not remove what they had created. Answers the exit code: 0 if nothing is
 * left, 1 if something is, 2 if a target could not be asked.
 * @throws {UsageError} for a flag that makes no sense, a URL that no record has, or a folder that cannot be read
 */
export async function cleanup(
  { list = false, forget = false, url, timeout }: CleanupFlags,
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
  for (const ledger of url === undefined ? ledgers : selectLedgers(url, ledgers)) {
    print(describe(ledger));
    if (isUnderWay(ledger)) print(`  still running (process ${ledger.header.pid}), so it is left alone`);
    else if (list) code = Math.max(code, 1);
    else if (forget) await forgetLedger(ledger);
    else code = Math.max(code, await finish(ledger, timeoutMs, env, url !== undefined));
  }
  return code;
}

async function forgetLedger({ file }: FoundLedger): Promise<void> {
  await rm(file, { force: true });
  print("  forgotten; nothing was removed from the target");
}

async function finish(
  { file, header, entries }: FoundLedger,
  timeoutMs: number,
  env: NodeJS.ProcessEnv,
  isNamed: boolean,
): Promise<number> {
  const token = env[header.tokenVariable];
  if (!token) {
    print(`  no token: set the variable ${header.tokenVariable} and run poolproof cleanup again`);
    return 2;
  }
  // Whoever runs the target is not to be sent a token that is for another one.
  const doubt = isNamed ? undefined : doubtOf(header, token);
  if (doubt !== undefined) {
    print(`  ${printable(doubt)}`);
    return 1;
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

/** Why a token may not be one for the target of a run, if so, and what to do. */
function doubtOf({ url, tokenVariable, tokenDigest }: LedgerHeader, token: string): string | undefined {
  if (tokenDigest === undefined)
    return `nothing was sent: the record does not say which token the run had; pass --url ${url} to use the one now in ${tokenVariable} there`;
  if (isDigestOf(tokenDigest, token)) return undefined;
  return `nothing was sent: this run was made with another token than the one now in ${tokenVariable}: set that one, or pass --url ${url} to use this one there`;
}

function describe({ header, entries }: FoundLedger): string {
  const { api, url, namePrefix, startedAt } = header;
  const what =
    entries.length === 0
      ? "it was cut off, with nothing written down that is not removed"
      : `${countOf(entries.length, "thing")} created and not removed`;
  return printable(`${apis[api].title}  ${url}  run ${namePrefix} of ${startedAt}: ${what}`);
}

const longestRunMs = 24 * 60 * 60 * 1000;

/** After a day its process number is somebody else's. On another machine that shares the folder nobody can tell. */
function isUnderWay({ header: { pid, host, startedAt } }: FoundLedger): boolean {
  const isRecent = Date.now() - Date.parse(startedAt) < longestRunMs;
  if (!isRecent || host !== hostname()) return isRecent;
  return pid !== process.pid && isRunning(pid);
}

function print(line: string): void {
  process.stdout.write(`${line}\n`);
}
