import { describe, expect, test } from "vitest";
import { differenceOf } from "./difference.ts";
import type { Exchange } from "./exchange.ts";

type Request = Exchange["request"];

const pool = (name: unknown) => JSON.stringify({ data: { type: "agent-pools", attributes: { name } } });

const control: Request = {
  method: "POST",
  url: "http://localhost:1/api/v2/organizations/acme/agent-pools?page[size]=20",
  headers: { Accept: "application/json", Authorization: "Bearer fake-token", "Content-Type": "application/json" },
  text: pool("poolproof-ab1cd-ef2g-hi3j"),
};

const refused = (change: Partial<Request>): Request => ({ ...control, ...change });
const url = (end: string) => `http://localhost:1/api/v2/organizations/${end}`;

test.each<{ given: Partial<Request>; want: readonly string[] }>([
  { given: {}, want: [] },
  { given: { method: "PUT" }, want: ["method: PUT instead of POST"] },
  {
    given: { url: url("other/agent-pools?page[size]=20") },
    want: ['path segment 4: "other" instead of "acme"'],
  },
  {
    given: { url: url("acme/agent-pools/1?page[size]=20") },
    want: ['path: "/api/v2/organizations/acme/agent-pools/1" instead of "/api/v2/organizations/acme/agent-pools"'],
  },
  { given: { url: url("acme/agent-pools?page[size]=0") }, want: ['query page[size]: "0" instead of "20"'] },
  { given: { url: url("acme/agent-pools") }, want: ['query page[size]: none instead of "20"'] },
  {
    given: { url: url("acme/agent-pools?page[size]=20&sort=a&sort=%2Bb") },
    want: ['query sort: "a" and "+b" instead of none'],
  },
  {
    given: { url: url("acme/agent-pools?page%5Bsize%5D=20") },
    want: ['query: "page%5Bsize%5D=20" instead of "page[size]=20"'],
  },
  {
    given: { headers: { Accept: "application/json", "Content-Type": "application/json" } },
    want: ['header Authorization: none instead of "Bearer fake-token"'],
  },
  { given: { headers: { ...control.headers, "X-New": "1" } }, want: ['header X-New: "1" instead of none'] },
  {
    given: {
      headers: { accept: "application/json", authorization: "Bearer fake-token", "content-type": "text/plain" },
    },
    want: ['content type: "text/plain" instead of "application/json"'],
  },
  { given: { text: pool(12) }, want: ['body /data/attributes/name: 12 instead of "poolproof-ab1cd-ef2g-hi3j"'] },
  {
    given: { text: '{"data":{"attributes":{"name":"poolproof-ab1cd-ef2g-zzzz","a/b":null}}}' },
    want: ['body /data/type: none instead of "agent-pools"', "body /data/attributes/a~1b: null instead of none"],
  },
  {
    given: { text: '{"data":[]}' },
    want: ['body /data: [] instead of {"type":"agent-pools","attributes":{"name":"poolproof-ab1cd-ef2g-hi3j"}}'],
  },
  {
    given: { text: undefined },
    want: [`body: none instead of ${control.text}`],
  },
  { given: { text: "" }, want: [`body: an empty one instead of ${control.text}`] },
  { given: { text: "{no" }, want: [`body: "{no", which is not JSON, instead of ${control.text}`] },
  {
    given: { text: control.text?.replace('{"type"', '{ "type"') },
    want: [`body: ${control.text?.replace('{"type"', '{ "type"')} instead of ${control.text}`],
  },
])("tells $want", ({ given, want }) => {
  expect(differenceOf(refused(given), control)).toEqual(want);
});

describe("names of our own", () => {
  test("are no difference, in the body, the path and the query", () => {
    const at = (name: string): Request => ({ ...control, url: url(`${name}?filter=${name}`), text: pool(name) });
    expect(differenceOf(at("poolproof-ab1cd-ef2g-0000"), at("poolproof-ab1cd-ef2g-hi3j"))).toEqual([]);
  });

  test.each(["poolproof-ab1cd-ef2g-0000 !", "poolproof-ab1cd-ef2g-0000aaaa", "x-poolproof-ab1cd-ef2g-0000"])(
    "are one where they are made otherwise: %s",
    (name) => {
      expect(differenceOf(refused({ text: pool(name) }), control)).toEqual([
        `body /data/attributes/name: "${name}" instead of "poolproof-ab1cd-ef2g-hi3j"`,
      ]);
    },
  );
});

test("tells several differences in the order of a request", () => {
  const given = refused({ method: "PATCH", url: url("a/agent-pools"), headers: {}, text: pool(1) });
  expect(differenceOf(given, control).map((line) => line.split(":")[0])).toEqual([
    "method",
    "path segment 4",
    "query page[size]",
    "header Accept",
    "header Authorization",
    "content type",
    "body /data/attributes/name",
  ]);
});

describe("a long value", () => {
  const token = `fake-${"0123456789".repeat(12)}`;
  const given = refused({ headers: { ...control.headers, Authorization: `Bearer ${token}` } });

  test("is shortened once secrets are out of it", () => {
    const redact = (text: string) => text.replaceAll(token, "$TOKEN");
    expect(differenceOf(given, control, redact)).toEqual([
      'header Authorization: "Bearer $TOKEN" instead of "Bearer fake-token"',
    ]);
    const [line = ""] = differenceOf(refused({ text: pool("x".repeat(500)) }), control, redact);
    expect(line).toMatch(/^body \/data\/attributes\/name: "x{78}… instead of "poolproof-/);
  });

  test("stays whole where the secrets are still in it, so that they are found", () => {
    expect(differenceOf(given, control).join()).toContain(token);
  });
});
