import { spawn } from "node:child_process";
import { mkdir, mkdtemp, readdir, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { delimiter, dirname, join } from "node:path";
import { parse } from "yaml";
import { ownEnvironment } from "./command.ts";
import { type CommandOutcome, outcomeOf } from "./command-outcome.ts";
import { packedFolder } from "./packed-folder.ts";

interface Action {
  readonly inputs: Readonly<Record<string, { readonly description: string; readonly default: unknown }>>;
  readonly outputs: Readonly<Record<string, { readonly value: string }>>;
  readonly runs: {
    readonly steps: readonly { readonly id?: string; readonly run?: string; readonly env?: Record<string, string> }[];
  };
}

export const action: Action = parse(await readFile(new URL("../../action.yml", import.meta.url), "utf8"));
export const step = action.runs.steps.find(({ id }) => id === "run");
export const script = step?.run ?? "";

/** A command that only tells what it was given. */
const stub = `#!/usr/bin/env node
const { POOLPROOF_TOKEN, POOLPROOF_OTHER_TOKEN, POOLPROOF_LIMITED_TOKEN } = process.env;
const tokens = [POOLPROOF_TOKEN, POOLPROOF_OTHER_TOKEN, POOLPROOF_LIMITED_TOKEN];
require("node:fs").writeFileSync("told.json", JSON.stringify({ args: process.argv.slice(2), tokens }));
`;

export interface Circumstances {
  /** Variables of the job. */
  readonly job?: Readonly<Record<string, string>>;
  /** Whether a stub stands in for the packed command. */
  readonly stub?: boolean;
}

export interface ActionOutcome extends CommandOutcome {
  /** Lines of the step's outputs. */
  readonly outputs: readonly string[];
  /** What the job's summary shows. */
  readonly summary: string;
  /** Files and folders that were made. */
  readonly made: readonly string[];
  /** What the stub was given. */
  readonly told: unknown;
}

/** Runs the action's script as a runner does, with the packed command on the PATH. */
export async function runAction(
  inputs: Readonly<Record<string, string>>,
  { job = {}, stub: isStub = false }: Circumstances = {},
): Promise<ActionOutcome> {
  const folder = await mkdtemp(join(tmpdir(), "poolproof-action-"));
  const bin = isStub ? join(folder, "bin") : join(packedFolder(), "node_modules/.bin");
  if (isStub) {
    await mkdir(bin);
    await writeFile(join(bin, "poolproof"), stub, { mode: 0o755 });
  }
  const defaults = Object.entries(action.inputs).map(([name, input]) => [name, String(input.default)]);
  const values: Readonly<Record<string, string>> = { ...Object.fromEntries(defaults), version: "", ...inputs };
  const evaluate = (text: string) =>
    text.replaceAll(/\$\{\{ inputs\.([a-z-]+)(?: \|\| env\.(\w+))? \}\}/g, (_, input, variable) => {
      return values[input] || (job[variable] ?? "");
    });
  const mapped = Object.entries(step?.env ?? {}).map(([name, text]) => [name, evaluate(text)]);
  const path = [bin, dirname(process.execPath), process.env.PATH];
  const files = { GITHUB_OUTPUT: join(folder, "output"), GITHUB_STEP_SUMMARY: join(folder, "summary") };
  const env = {
    ...ownEnvironment(),
    NO_COLOR: "1",
    ...Object.fromEntries(mapped),
    ...files,
    PATH: path.join(delimiter),
  };
  const child = spawn("bash", ["--noprofile", "--norc", "-e", "-o", "pipefail", "-c", script], {
    cwd: folder,
    env,
    stdio: ["ignore", "pipe", "pipe"],
  });
  const outcome = await outcomeOf(child);
  const read = (file: string) => readFile(file, "utf8").catch(() => "");
  const outputs = (await read(files.GITHUB_OUTPUT)).split("\n").filter(Boolean);
  const told: unknown = JSON.parse((await read(join(folder, "told.json"))) || "null");
  const left = {
    told,
    outputs,
    summary: await read(files.GITHUB_STEP_SUMMARY),
    made: await readdir(folder, { recursive: true }),
  };
  await rm(folder, { recursive: true });
  return { ...outcome, ...left };
}
