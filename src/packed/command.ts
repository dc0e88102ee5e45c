import { type ChildProcess, spawn } from "node:child_process";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { type CommandOutcome, outcomeOf } from "./command-outcome.ts";
import { packedFolder } from "./packed-folder.ts";

const root = fileURLToPath(new URL("../..", import.meta.url));

export type { CommandOutcome } from "./command-outcome.ts";

export interface CommandOptions {
  readonly env?: Readonly<Record<string, string>>;
  readonly cwd?: string;
}

/** Starts the command of the packed package as a process of its own, without colours and with no token or proxy unless one is given. */
export function startPoolproof(args: readonly string[], { env = {}, cwd = root }: CommandOptions = {}): ChildProcess {
  const entry = join(packedFolder(), "node_modules/poolproof/bin/poolproof.js");
  return spawn(process.execPath, [entry, ...args], {
    cwd,
    env: { ...ownEnvironment(), NO_COLOR: "1", ...env },
    stdio: ["ignore", "pipe", "pipe"],
  });
}

/** Runs the command to its end. */
export async function poolproof(args: readonly string[], options?: CommandOptions): Promise<CommandOutcome> {
  return outcomeOf(startPoolproof(args, options));
}

/** The environment without what would change the command's doings. */
export function ownEnvironment(): Record<string, string | undefined> {
  const changing = /^POOLPROOF_|_PROXY$|^NO_COLOR$|^FORCE_COLOR$|^npm_|^CI$/i;
  return Object.fromEntries(Object.entries(process.env).filter(([name]) => !changing.test(name)));
}
