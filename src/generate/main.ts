import { mkdir, readFile, writeFile } from "node:fs/promises";
import { dirname } from "node:path";
import { fileURLToPath } from "node:url";
import { generate } from "./generate.ts";

const target = new URL("../../generated/", import.meta.url);
const onlyCheck = process.argv.includes("--check");

const stale: string[] = [];
for (const [path, text] of await generate()) {
  const file = fileURLToPath(new URL(path, target));
  const before = await readFile(file, "utf8").catch(() => undefined);
  if (before === text) continue;
  stale.push(path);
  if (onlyCheck) continue;
  await mkdir(dirname(file), { recursive: true });
  await writeFile(file, text);
}

const list = stale.map((path) => `  generated/${path}\n`).join("");
if (!onlyCheck) process.stdout.write(stale.length === 0 ? "generated/ was up to date\n" : `written:\n${list}`);
else if (stale.length > 0) {
  process.stderr.write(`Out of date with specs/:\n${list}Run: npm run generate\n`);
  process.exitCode = 1;
}
