import { readFile } from "node:fs/promises";
import type { ReportDocument } from "../conformance/results/report.ts";

/*
 * Sends the requests of a report again, one after the other, and reads the answers: what a run cannot be quicker than.
 * Arguments: the report, the origin to send to, the token.
 */
const [file = "", origin = "", token = ""] = process.argv.slice(2);
const { runs } = JSON.parse(await readFile(file, "utf8")) as ReportDocument;
const exchanges = runs.flatMap(({ checks }) => checks.flatMap((check) => check.exchanges ?? []));

for (const { request } of exchanges.toSorted((a, b) => a.atMs - b.atMs)) {
  const { pathname, search } = new URL(request.url);
  const headers = Object.entries(request.headers).map(([name, value]): [string, string] => [
    name,
    value.replace("$POOLPROOF_TOKEN", token),
  ]);
  const { method, text } = request;
  const response = await fetch(`${origin}${pathname}${search}`, { method, headers, ...(text && { body: text }) });
  await response.arrayBuffer();
}
process.stdout.write(`${exchanges.length}\n`);
