import { resolve } from "node:path";
import { profiles } from "../../conformance/kit/capability.ts";
import type { Journal } from "../../conformance/kit/journal.ts";
import { defaultTokenVariables } from "../../conformance/kit/target.ts";
import type { Waiver } from "../../conformance/results/waiver.ts";
import type { ConformanceOptions } from "../../conformance/run-conformance.ts";
import type { ConfiguredTarget } from "../config/configured-target.ts";
import { createLedgerFile, openLedgerDirectory } from "../ledger/ledger-file.ts";
import { stateDirectory } from "../ledger/state-directory.ts";
import { digestToken } from "../ledger/token-digest.ts";
import { openNetwork } from "./network-options.ts";
import { type RunFlags, readRunFlags } from "./run-options.ts";
import { UsageError } from "./usage-error.ts";

/** Everything that a run needs, from flags, file and environment. */
export interface RunSettings {
  /** One for each suite. */
  readonly runs: readonly ConformanceOptions[];
  /** Flags as they are once those of a configured target are underneath. */
  readonly flags: RunFlags;
}

/** @throws {UsageError} if something of it makes no sense, before anything is sent */
export async function readRunSettings(
  api: string | undefined,
  given: RunFlags,
  env: NodeJS.ProcessEnv,
): Promise<RunSettings> {
  const configured = await findTarget(api, given);
  const flags = configured
    ? (await import("../config/override-flags.ts")).overrideFlags(configured.flags, given)
    : given;
  const tokenVariables = {
    token: configured?.tokenVariable ?? defaultTokenVariables.token,
    otherToken: configured?.otherTokenVariable ?? defaultTokenVariables.otherToken,
    limitedToken: configured?.limitedTokenVariable ?? defaultTokenVariables.limitedToken,
  };
  const read = readRunFlags(configured?.api ?? api, flags, env, tokenVariables);
  if (flags.insecure && flags.ca !== undefined)
    throw new UsageError("--insecure takes any certificate, so --ca says nothing: give one of the two.");
  const waivers = await findWaivers(flags, configured, read);
  const runs: ConformanceOptions[] = [];
  for (const options of read) {
    const fetch = options.url === undefined ? undefined : await openNetwork(flags, env);
    const openJournal = await findJournal(options, flags, tokenVariables.token, env);
    runs.push({
      ...options,
      ...(fetch && { fetch }),
      ...(openJournal && { openJournal }),
      ...(waivers && { waivers }),
      ...(configured && isAsConfigured(given) && { targetName: configured.name }),
    });
  }
  return { runs, flags };
}

/** Whether `--target NAME` alone leads to the same target again. */
function isAsConfigured({ config, url, organization, account, environment, auth, fixture = [] }: RunFlags): boolean {
  return [config, url, organization, account, environment, auth, fixture[0]].every((flag) => flag === undefined);
}

async function findTarget(
  api: string | undefined,
  { config, target }: RunFlags,
): Promise<ConfiguredTarget | undefined> {
  if (config === undefined && target === undefined) return undefined;
  const { loadTarget } = await import("../config/load-target.ts");
  const found = await loadTarget(config, target);
  if (api !== undefined && api !== found.api)
    throw new UsageError(`The target ${found.name} of ${found.file} is one of ${found.api}, not of ${api}.`);
  return found;
}

async function findWaivers(
  { waivers: file }: RunFlags,
  configured: ConfiguredTarget | undefined,
  runs: readonly ConformanceOptions[],
): Promise<readonly Waiver[] | undefined> {
  if (file === undefined) return configured?.waivers;
  const [only, ...others] = runs;
  if (!only || others.length > 0)
    throw new UsageError("--waivers needs the API that they are for: poolproof run API …");
  const { loadWaivers } = await import("../config/load-waivers.ts");
  return loadWaivers(file, only.api);
}

/** An embedded server ends with the process and takes along what was created. */
async function findJournal(
  options: ConformanceOptions,
  flags: RunFlags,
  tokenVariable: string,
  env: NodeJS.ProcessEnv,
): Promise<((namePrefix: string) => Journal) | undefined> {
  const { api, url, token, authorization, organization, account, environment, profile = "full" } = options;
  const mayWrite = (profiles[profile] as readonly string[]).includes("write");
  if (url === undefined || !mayWrite || flags.plan) return undefined;
  const directory = stateDirectory(env);
  await openLedgerDirectory(directory).catch((cause: NodeJS.ErrnoException) => {
    throw new UsageError(
      `What the run creates cannot be written down in ${directory} (${cause.code}): name another folder with the variable POOLPROOF_STATE.`,
      { cause },
    );
  });
  const data = {
    ...(organization && { organization }),
    ...(account && { account }),
    ...(environment && { environment }),
  };
  return (namePrefix) =>
    createLedgerFile(directory, {
      api,
      url,
      data,
      tokenVariable,
      namePrefix,
      startedAt: new Date().toISOString(),
      ...(token !== undefined && { tokenDigest: digestToken(token) }),
      ...(authorization !== undefined && { authorization }),
      ...(flags.ca !== undefined && { ca: resolve(flags.ca) }),
      ...(flags.insecure && { isInsecure: true }),
    });
}
