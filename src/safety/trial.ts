import type { ChildProcess } from "node:child_process";
import { onTestFinished } from "vitest";
import type { ApiId } from "../apis/index.ts";
import { startPoolproof } from "../packed/command.ts";
import { type CommandOutcome, outcomeOf } from "../packed/command-outcome.ts";
import { referenceData } from "../reference/reference-data.ts";
import { createScratch, type Scratch } from "./scratch.ts";
import { type WatchedServer, type WatchOptions, watchServer } from "./watched-server.ts";

export interface Started {
  readonly child: ChildProcess;
  readonly outcome: Promise<CommandOutcome>;
  /** Settles when the command has said so on stderr. */
  readonly says: (pattern: RegExp) => Promise<void>;
}

type Variables = Readonly<Record<string, string>>;

/** The command against a watched server, in folders of its own. All is put away when the test ends. */
export interface Trial<Id extends ApiId> {
  readonly server: WatchedServer<Id>;
  readonly scratch: Scratch;
  /** Flags that name all that the reference data have. */
  readonly fixtureFlags: readonly string[];
  readonly start: (args: readonly string[], env?: Variables) => Started;
  /** `poolproof run` against the server, to its end. */
  readonly run: (args?: readonly string[], env?: Variables) => Promise<CommandOutcome>;
  readonly startRun: (args?: readonly string[], env?: Variables) => Started;
  readonly cleanup: (args?: readonly string[], env?: Variables) => Promise<CommandOutcome>;
}

export async function openTrial<Id extends ApiId>(api: Id, options: WatchOptions<Id> = {}): Promise<Trial<Id>> {
  const server = await watchServer(api, options);
  const scratch = await createScratch();
  const children: ChildProcess[] = [];
  onTestFinished(async () => {
    for (const child of children) child.kill("SIGKILL");
    await server.close();
    await scratch.remove();
  });
  const { fixtures, tokens, ...data } = referenceData[api];
  const dataFlags = Object.entries(data).flatMap(([name, value]) => [`--${name}`, String(value)]);

  const start: Trial<Id>["start"] = (args, env = {}) => {
    const child = startPoolproof(args, {
      cwd: scratch.work,
      env: {
        HOME: scratch.home,
        XDG_DATA_HOME: "",
        POOLPROOF_STATE: scratch.state,
        POOLPROOF_TOKEN: tokens.token,
        ...env,
      },
    });
    children.push(child);
    const outcome = outcomeOf(child);
    return { child, outcome, says: (pattern) => said(child, pattern) };
  };
  const startRun: Trial<Id>["startRun"] = (args = [], env) =>
    start(["run", api, "--url", server.url, ...dataFlags, ...args], env);
  return {
    server,
    scratch,
    fixtureFlags: Object.entries(fixtures).flatMap(([name, ids]) => ["--fixture", `${name}=${ids.join()}`]),
    start,
    startRun,
    run: (args, env) => startRun(args, env).outcome,
    cleanup: (args = [], env) => start(["cleanup", ...args], env).outcome,
  };
}

function said(child: ChildProcess, pattern: RegExp): Promise<void> {
  let text = "";
  return new Promise((resolve, reject) => {
    child.stderr?.on("data", (chunk: string) => {
      text += chunk;
      if (pattern.test(text)) resolve();
    });
    child.on("close", () => reject(new Error(`the command ended without a word of ${pattern}: ${text}`)));
  });
}
