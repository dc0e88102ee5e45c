import { readFile, writeFile } from "node:fs/promises";
import { parseArgs } from "node:util";
import { type ApiId, apiIds, isApiId } from "../../src/apis/index.ts";
import { countRequests, requestCountsText } from "./count-requests.ts";
import type { ApiProof } from "./proof.ts";
import { proofText } from "./proof-text.ts";
import { prove } from "./prove.ts";
import { proofTable, shortcomingsOf } from "./table.ts";

/*
 * `npm run prove`: tries all servers, prints the table and writes generated/proof.json, and generated/requests.json,
 * which tells what each check sends. With API ids only those are tried and nothing is written; with --check the files
 * are compared instead of written.
 */
const generated = new URL("../../generated/", import.meta.url);
const { values, positionals } = parseArgs({ options: { check: { type: "boolean" } }, allowPositionals: true });
const unknown = positionals.find((word) => !isApiId(word));
if (unknown !== undefined) {
  process.stderr.write(`There is no API ${JSON.stringify(unknown)}; there are ${apiIds.join(", ")}.\n`);
  process.exit(2);
}
const chosen = apiIds.filter((id) => positionals.length === 0 || positionals.includes(id));

const proof = await prove(chosen, (done, of) => {
  if (process.stderr.isTTY) process.stderr.write(`\r${done} of ${of} servers tried`);
});
if (process.stderr.isTTY) process.stderr.write("\r\x1b[K");
process.stdout.write(`${proofTable(proof).join("\n")}\n`);

const shortcomings = (Object.entries(proof) as [ApiId, ApiProof][]).flatMap(([api, each]) => shortcomingsOf(api, each));
if (shortcomings.length > 0) process.exitCode = 1;
if (positionals.length === 0) {
  const counts = await Promise.all(apiIds.map(async (api) => [api, await countRequests(api)] as const));
  await keep("proof.json", proofText(proof));
  await keep("requests.json", requestCountsText(Object.fromEntries(counts)));
}

async function keep(name: string, text: string): Promise<void> {
  const file = new URL(name, generated);
  if (!values.check) await writeFile(file, text);
  else if (text !== (await readFile(file, "utf8").catch(() => ""))) {
    process.stderr.write(`generated/${name} is not what was found now. Run: npm run prove\n`);
    process.exitCode = 1;
  }
}
