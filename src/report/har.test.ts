import { createRequire } from "node:module";
import { Ajv } from "ajv";
import addFormats from "ajv-formats";
import { expect, test } from "vitest";
import type { RecordedExchange } from "../../conformance/kit/recorded-exchange.ts";
import type { Report, ReportDocument } from "../../conformance/results/report.ts";
import { harReport } from "./har.ts";
import { sampleDocument } from "./sample-document.ts";
import { sampleExchanges } from "./sample-exchanges.ts";

const { log } = JSON.parse(harReport(sampleDocument));
const [created, , redirected, queried, timedOut, cutOff] = log.entries;

test("is valid by the schema of HAR", () => {
  const validate = compileHarSchema();
  validate({ log });
  expect(validate.errors).toBeNull();
});

test("is refused by that schema once a member is missing", () => {
  const { cache: _, ...entry } = created;
  expect(compileHarSchema()({ log: { ...log, entries: [entry] } })).toBe(false);
});

test("names its maker", () => {
  expect(log).toMatchObject({ version: "1.2", creator: { name: "poolproof", version: sampleDocument.poolproof } });
});

test("says of a run that was ended early that it was, and why", () => {
  expect(log.comment).toMatch(/^The run of terraform was ended early: the 40 requests allowed are used up; /);
  expect(JSON.parse(harReport({ ...sampleDocument, runs: sampleDocument.runs.slice(1) })).log).not.toHaveProperty(
    "comment",
  );
});

test("has a page for each check with exchanges, and every entry on its page", () => {
  const id = "1:terraform/deleteAgent/refuses-busy-agent";
  expect(log.pages).toEqual([
    {
      id,
      title: "terraform/deleteAgent/refuses-busy-agent: fail",
      startedDateTime: "2026-11-24T09:30:00.253Z",
      pageTimings: {},
    },
  ]);
  expect(log.entries.map(({ pageref }: { pageref: string }) => pageref)).toEqual(sampleExchanges.map(() => id));
});

test("tells pages of two runs of one API apart", () => {
  const [run] = sampleDocument.runs;
  const twice = { ...sampleDocument, runs: [run, run] } as ReportDocument;
  const { pages, entries } = JSON.parse(harReport(twice)).log;
  expect(new Set(pages.map(({ id }: { id: string }) => id)).size).toBe(2);
  expect(entries).toHaveLength(2 * sampleExchanges.length);
});

test("says for which check and as what each request was sent", () => {
  expect(log.entries.map(({ comment }: { comment: string }) => comment)).toEqual(
    sampleExchanges.map(({ role, operation }) => `terraform/deleteAgent/refuses-busy-agent (${role}: ${operation})`),
  );
});

test("keeps when each request was sent and how long it took", () => {
  expect(created).toMatchObject({
    startedDateTime: "2026-11-24T09:30:00.253Z",
    time: 7.25,
    timings: { send: 0, wait: 7.25, receive: 0 },
  });
});

test("keeps request and answer with headers and bodies", () => {
  expect(created.request).toMatchObject({
    method: "POST",
    headers: expect.arrayContaining([{ name: "authorization", value: "Bearer $POOLPROOF_TOKEN" }]),
    queryString: [],
    cookies: [],
    postData: { mimeType: "application/vnd.api+json", text: sampleExchanges[0]?.request.text },
    bodySize: sampleExchanges[0]?.request.text?.length,
  });
  expect(created.response).toMatchObject({
    status: 201,
    statusText: "Created",
    content: { size: 25, mimeType: "application/vnd.api+json; charset=utf-8", text: '{"data":{"id":"apool-1"}}' },
    redirectURL: "",
  });
});

test("decodes the query, however odd", () => {
  expect(queried.request.queryString).toEqual([
    { name: "page[number]", value: "1" },
    { name: "q", value: "a b %zz" },
    { name: "flag", value: "" },
  ]);
});

test("makes a valid URL of an odd one, and says what was sent", () => {
  expect(timedOut.request).toMatchObject({
    url: "http://127.0.0.1:8080/api/v2/agents/%25zz",
    comment: "sent to http://127.0.0.1:8080/api/v2/agents/%zz",
  });
  expect(created.request).not.toHaveProperty("comment");
});

test("takes any text for a URL", () => {
  const odd = 'http://[::1]:8080/a b/"<>\\^`{|}[]/%/%4/%41/ä/\ud800?page[size]=1';
  const [exchange] = sampleExchanges as [RecordedExchange];
  const [run] = sampleDocument.runs as [Report];
  const exchanges = [{ ...exchange, request: { ...exchange.request, url: odd } }];
  const checks = run.checks.map((check) => ({ ...check, exchanges }));
  const har = JSON.parse(harReport({ ...sampleDocument, runs: [{ ...run, checks }] }));
  expect(har.log.entries[0].request.url).toBe(
    "http://[::1]:8080/a%20b/%22%3C%3E%5C%5E%60%7B%7C%7D%5B%5D/%25/%254/%41/%C3%A4/%EF%BF%BD?page%5Bsize%5D=1",
  );
  expect(compileHarSchema()(har)).toBe(true);
});

test("keeps the text of a server as it came", () => {
  expect(redirected.response.content.text).toBe(sampleExchanges[2]?.response?.text);
  expect(redirected.response.redirectURL).toBe("/elsewhere");
});

test("says of a body that was cut how long it was", () => {
  expect(queried.response.content).toMatchObject({ size: 5_000_000, comment: "the first 22 of 5000000 characters" });
});

test.each([
  { given: timedOut, want: /^timeout: no answer within 30000 ms/ },
  { given: cutOff, want: /^cut off before it was answered$/ },
])("gives status 0 and the reason where there is no answer: $want", ({ given, want }) => {
  expect(given.response).toMatchObject({ status: 0, headers: [], _error: expect.stringMatching(want) });
});

test("has no entries where nothing was kept", () => {
  const bare = { ...sampleDocument, runs: sampleDocument.runs.slice(1) };
  expect(JSON.parse(harReport(bare)).log).toMatchObject({ pages: [], entries: [] });
});

function compileHarSchema() {
  // The schemas bear marks of their own, such as `optional`, which constrain nothing.
  const ajv = new Ajv({ strict: false, allErrors: true });
  (("default" in addFormats ? addFormats.default : addFormats) as unknown as (ajv: Ajv) => void)(ajv);
  // Comes without types.
  const schemas: Record<string, object> = createRequire(import.meta.url)("har-schema");
  // What they use of draft-06 is the same in draft-07, which ajv takes for its own.
  for (const schema of Object.values(schemas)) ajv.addSchema({ ...schema, $schema: undefined });
  return ajv.compile({ $ref: "har.json#" });
}
