import { expect, test } from "vitest";
import { parseLedger } from "./parse-ledger.ts";

const header = {
  version: 1,
  api: "pulumi",
  url: "http://127.0.0.1:8080/api",
  data: { organization: "acme" },
  tokenVariable: "POOLPROOF_TOKEN",
  namePrefix: "poolproof-abcde-",
  startedAt: "2026-01-02T03:04:05.000Z",
  pid: 17,
  host: "here",
};
const url = "http://127.0.0.1:8080/api/orgs/acme/agent-pools";
const created = (id: string) => JSON.stringify({ created: id, url });
const removed = (id: string) => JSON.stringify({ removed: id });
const parse = (first: unknown, ...lines: readonly string[]) =>
  parseLedger("a.jsonl", [JSON.stringify(first), ...lines].join("\n"));

test("a ledger holds what was created and not removed, in the order of creation", () => {
  const ledger = parse(header, created("a"), created("b"), removed("a"), created("c"), removed("x"), "");
  expect(ledger).toEqual({
    file: "a.jsonl",
    header,
    entries: [
      { id: "b", url },
      { id: "c", url },
    ],
  });
});

test.each([
  { given: "torn", line: created("b").slice(0, 20) },
  { given: "no object", line: "17" },
  { given: "null", line: "null" },
  { given: "without URL", line: '{"created":"b"}' },
  { given: "with what is no URL", line: '{"created":"b","url":"/orgs"}' },
  { given: "with an id that is no text", line: `{"created":1,"url":"${url}"}` },
])("a line that is $given is passed over", ({ line }) => {
  expect(parse(header, created("a"), line, created("c"))?.entries.map(({ id }) => id)).toEqual(["a", "c"]);
});

test.each([
  { authorization: "bearer" },
  { ca: "/etc/ca.pem" },
  { tokenDigest: "c2FsdA:aGFzaA" },
  { isInsecure: true },
  { data: {} },
  { note: "of a later minor version" },
])("a header may hold %o", (more) => {
  expect(parse({ ...header, ...more })?.header).toEqual({ ...header, ...more });
});

test.each([
  { version: 2 },
  { version: undefined },
  { api: "github" },
  { url: "127.0.0.1" },
  { data: undefined },
  { data: null },
  { data: { organization: 1 } },
  { authorization: 1 },
  { tokenVariable: undefined },
  { ca: false },
  { tokenDigest: 1 },
  { isInsecure: "no" },
  { startedAt: "yesterday" },
  { pid: "17" },
  { pid: 1.5 },
  { host: undefined },
  // Each of these would fit what others have made.
  { namePrefix: "" },
  { namePrefix: "poolproof-" },
  { namePrefix: "poolproof--" },
  { namePrefix: "p" },
  { namePrefix: undefined },
])("a header with %o is none", (wrong) => {
  expect(parse({ ...header, ...wrong }, created("a"))).toBeUndefined();
});

test.each(["", "\n", "null", "[]", "EISDIR", JSON.stringify(header).slice(0, 50)])("%j is no ledger", (text) => {
  expect(parseLedger("a.jsonl", text)).toBeUndefined();
});
