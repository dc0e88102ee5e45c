import { readFile, writeFile } from "node:fs/promises";
import { parseArgs } from "node:util";
import { type ApiId, apiIds, isApiId } from "../../src/apis/index.ts";
import type { ApiProof } from "./proof.ts";
import { proofText } from "./proof-text.ts";
import { prove } from "./prove.ts";
import { proofTable, shortcomingsOf } from "./table.ts";

/*
 * `npm run prove`: tries all servers, prints the table and writes generated/proof.json. With API ids only those are
 * tried and nothing is written; with --check the file is compared instead of written.
 */
const file = new URL("../../generated/proof.json", import.meta.url);
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
  const text = proofText(proof);
  if (!values.check) await writeFile(file, text);
  else if (text !== (await readFile(file, "utf8").catch(() => ""))) {
    process.stderr.write("generated/proof.json is not what was found now. Run: npm run prove\n");
    process.exitCode = 1;
  }
}
