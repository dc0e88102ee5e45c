import { spawn, spawnSync } from "node:child_process";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { type ApiId, apiIds } from "../src/apis/index.ts";
import { pack } from "../src/packed/pack.ts";
import { referenceData, referenceToken } from "../src/reference/reference-data.ts";

/*
 * What a whole run of the packed command takes beside the same requests sent bare, by a process of its own, to the same
 * server in the same state: by Node's fetch, and by the very transport of a run. The server stands in a process of its
 * own. Start-up is what `checks`, which loads a suite and prints it, takes beside Node alone.
 */
const rounds = 5;
const { folder } = await pack();
const entry = join(folder, "node_modules/poolproof/bin/poolproof.js");
const sendAgain = fileURLToPath(new URL("send-again.ts", import.meta.url));
const directory = await mkdtemp(join(tmpdir(), "poolproof-bench-"));
const env = { ...process.env, POOLPROOF_TOKEN: referenceToken, POOLPROOF_STATE: directory, NO_COLOR: "1" };

type Kind = "whole" | "fetch" | "transport" | "checks" | "node";

/** Wall time of a process, in milliseconds. */
function time(args: readonly string[]): number {
  const began = performance.now();
  const { status, stderr } = spawnSync(process.execPath, args, { env, cwd: directory, encoding: "utf8" });
  if (status !== 0) throw new Error(`${args.join(" ")} ended with ${status}: ${stderr}`);
  return performance.now() - began;
}

async function startServer(api: ApiId): Promise<{ baseUrl: string; stop: () => Promise<void> }> {
  const child = spawn(process.execPath, [entry, "mock", api, "--stateful", "--seed", "1", "--port", "0", "--quiet"], {
    stdio: ["ignore", "pipe", "ignore"],
  });
  const closed = new Promise<void>((resolve) => child.once("close", () => resolve()));
  const printed = await new Promise<string>((resolve) => child.stdout.once("data", (chunk) => resolve(String(chunk))));
  const [baseUrl = ""] = /https?:\/\/\S+\/api\S*/.exec(printed) ?? [];
  const stop = async () => {
    child.kill("SIGTERM");
    await closed;
  };
  return { baseUrl, stop };
}

const median = (numbers: readonly number[]) => numbers.toSorted((a, b) => a - b)[Math.floor(numbers.length / 2)] ?? 0;
const seconds = (ms: number) => `${(ms / 1000).toFixed(2)} s`;

for (const api of apiIds) {
  const { fixtures, tokens: _, ...data } = referenceData[api];
  const report = join(directory, `${api}.json`);
  const took = { whole: [], fetch: [], transport: [], checks: [], node: [] } as Record<Kind, number[]>;
  for (let round = 0; round <= rounds; round += 1) {
    // A fresh server each time, so that both meet the same ids and the same data.
    for (const kind of ["whole", "fetch", "transport"] as const) {
      const { baseUrl, stop } = await startServer(api);
      const target = [
        ...["--url", baseUrl, "--without", "other-tenant"],
        ...Object.entries(data).flatMap(([name, value]) => [`--${name}`, String(value)]),
        ...Object.entries(fixtures).flatMap(([name, ids]) => ["--fixture", `${name}=${[ids].flat().join()}`]),
      ];
      // The first round writes down what is sent, and fills the caches.
      if (round === 0 && kind === "whole") time([entry, "run", api, ...target, "--report", `json=${report}`]);
      else if (kind === "whole") took.whole.push(time([entry, "run", api, ...target]));
      else if (round > 0) took[kind].push(time([sendAgain, kind, report, new URL(baseUrl).origin, referenceToken]));
      await stop();
    }
    took.checks.push(time([entry, "checks", api]));
    took.node.push(time(["--eval", "0"]));
  }
  const of = (kind: Kind) => median(took[kind]);
  const ratio = (kind: "fetch" | "transport") => ((of("whole") - (of("checks") - of("node"))) / of(kind)).toFixed(2);
  process.stdout.write(
    `${api.padEnd(12)} whole run ${seconds(of("whole"))}, of which start-up ${seconds(of("checks") - of("node"))}   ` +
      `the rest beside the same requests by fetch (${seconds(of("fetch"))}) ${ratio("fetch")}, by its own transport (${seconds(of("transport"))}) ${ratio("transport")}\n`,
  );
}
await rm(directory, { recursive: true });
