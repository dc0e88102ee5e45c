import { spawnSync } from "node:child_process";
import { join } from "node:path";
import { pack } from "../src/packed/pack.ts";

/*
 * How long the packed command and the packed module take to be there, as a ratio to a Node that does nothing.
 * Median of runs that take turns, so that what else the machine does befalls all of them alike.
 */
const runs = 31;
const { folder } = await pack();
const entry = join(folder, "node_modules/poolproof/bin/poolproof.js");
const importing = (name: string) => ["--input-type=module", "--eval", `import ${JSON.stringify(name)}`];

const bare = "node --eval 0";
const rows: Readonly<Record<string, readonly string[]>> = {
  [bare]: ["--eval", "0"],
  "poolproof --help": [entry, "--help"],
  "poolproof checks pulumi": [entry, "checks", "pulumi"],
  'import "poolproof"': importing("poolproof"),
  'import "poolproof/terraform"': importing("poolproof/terraform"),
};

const times = new Map(Object.keys(rows).map((name) => [name, [] as number[]]));
for (let run = 0; run <= runs; run += 1) {
  for (const [name, args] of Object.entries(rows)) {
    const began = performance.now();
    const { status } = spawnSync(process.execPath, args, { cwd: folder, stdio: "ignore" });
    if (status !== 0) throw new Error(`${name} ended with ${status}`);
    // The first one fills the caches.
    if (run > 0) times.get(name)?.push(performance.now() - began);
  }
}

const median = (name: string) => times.get(name)?.toSorted((a, b) => a - b)[Math.floor(runs / 2)] ?? Number.NaN;
for (const name of times.keys()) {
  const ms = median(name);
  process.stdout.write(
    `${name.padEnd(30)} ${ms.toFixed(0).padStart(5)} ms   ratio ${(ms / median(bare)).toFixed(2)}\n`,
  );
}
