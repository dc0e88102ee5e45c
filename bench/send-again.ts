import { readFile } from "node:fs/promises";
import type { ReportDocument } from "../conformance/results/report.ts";
import { createHttpTransport } from "../src/http/http-transport.ts";

/*
 * Sends the requests of a report again, one after the other, and reads the answers, but looks at none of them.
 * Arguments: by "fetch" as anyone would send them, or by the "transport" of a run; the report, the origin to send to,
 * the token.
 */
const [client = "", file = "", origin = "", token = ""] = process.argv.slice(2);
const { runs } = JSON.parse(await readFile(file, "utf8")) as ReportDocument;
const exchanges = runs.flatMap(({ checks }) => checks.flatMap((check) => check.exchanges ?? []));
const transport = createHttpTransport({ timeoutMs: 10_000, maxBodyBytes: 10_000_000 });

for (const { request } of exchanges.toSorted((a, b) => a.atMs - b.atMs)) {
  const { pathname, search } = new URL(request.url);
  const url = `${origin}${pathname}${search}`;
  const headers = Object.fromEntries(
    Object.entries(request.headers).map(([name, value]) => [name, value.replace("$POOLPROOF_TOKEN", token)]),
  );
  const { method, text } = request;
  if (client === "fetch") await (await fetch(url, { method, headers, ...(text && { body: text }) })).arrayBuffer();
  else await transport({ method, url, headers, text });
}
process.stdout.write(`${exchanges.length}\n`);
