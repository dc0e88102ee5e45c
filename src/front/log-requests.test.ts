import { expect, test } from "vitest";
import { formatLogEntry } from "../host/format-log-entry.ts";
import { createMockHandler } from "../mock/mock-handler.ts";
import { createReferenceHandler } from "../reference/create-reference-handler.ts";
import type { LogEntry } from "./log-requests.ts";

async function logged(kind: "static" | "stateful", path: string, init: RequestInit = {}): Promise<LogEntry[]> {
  const entries: LogEntry[] = [];
  const options = { log: (entry: LogEntry) => entries.push(entry) };
  const handler =
    kind === "static"
      ? await createMockHandler(["terraform"], options)
      : await createReferenceHandler(["terraform"], undefined, options);
  const headers = { Authorization: "Bearer reference-token", "Content-Type": "application/vnd.api+json" };
  await (
    await handler(new Request(`http://mock.test/api/v2${path}`, { ...init, headers: { ...headers, ...init.headers } }))
  ).text();
  return entries;
}

const pools = "/organizations/my-organization/agent-pools";
const nameless = { method: "POST", body: '{"data":{"type":"pools","attributes":{}}}' };

test.each<{ kind: "static" | "stateful"; path: string; init?: RequestInit; want: object }>([
  { kind: "stateful", path: pools, want: { method: "GET", path: `/api/v2${pools}`, status: 200, notes: [] } },
  {
    kind: "stateful",
    path: pools,
    init: nameless,
    want: {
      status: 422,
      notes: [
        expect.stringMatching(/^body \/data\/type: expected "agent-pools", got string "pools"/),
        expect.stringMatching(/^body \/data\/attributes: expected a member "name"/),
      ],
    },
  },
  {
    kind: "static",
    path: pools,
    init: nameless,
    want: { status: 422, notes: [expect.stringMatching(/^body.*type/), expect.stringMatching(/^body.*name/)] },
  },
  { kind: "static", path: "/nowhere", want: { status: 404, notes: [expect.stringMatching(/documents no path/)] } },
  {
    kind: "stateful",
    path: `${pools}?pagesize=5`,
    want: { status: 200, notes: ["listAgentPools documents no parameter pagesize"] },
  },
  { kind: "stateful", path: "/agents/a", want: { status: 404, notes: [expect.stringMatching(/no such thing/)] } },
  {
    kind: "stateful",
    path: pools,
    init: { headers: { Authorization: "Bearer another-token" } },
    want: {
      status: 401,
      notes: ["The token is missing or not valid.", 'this mock takes "Authorization: Bearer reference-token"'],
    },
  },
  {
    kind: "stateful",
    path: pools,
    init: { headers: { Prefer: "dynamic=true, delay=1, status=500" } },
    want: { status: 200, notes: ["Prefer: dynamic, status means nothing to this mock; code, example or delay does"] },
  },
  {
    kind: "static",
    path: pools,
    init: { headers: { Prefer: "code=404" } },
    want: { status: 404, notes: ["an example, as the request prefers"] },
  },
  {
    kind: "static",
    path: pools,
    init: { headers: { Prefer: "delay=soon" } },
    want: { status: 400, notes: [expect.stringMatching(/milliseconds up to 60000/)] },
  },
  {
    kind: "static",
    path: "/../elsewhere",
    want: { status: 404, notes: [expect.stringMatching(/^Nothing is served at/)] },
  },
  {
    kind: "static",
    path: "/../../_poolproof/faults",
    init: { method: "POST", body: '{"statu":1}' },
    want: { status: 422, notes: [expect.stringMatching(/did you mean "status"/)] },
  },
  {
    kind: "stateful",
    path: pools,
    init: { headers: { Prefer: "code=404" } },
    want: { status: 404, notes: [expect.stringMatching(/nothing was done/)] },
  },
])("tells of $path on the $kind mock", async ({ kind, path, init, want }) => {
  const entries = await logged(kind, path, init);
  expect(entries).toHaveLength(1);
  expect(entries[0]).toMatchObject(want);
  expect(entries[0]?.durationMs).toBeGreaterThan(0);
});

test("passes over preflights", async () => {
  const headers = { Origin: "http://a.test", "Access-Control-Request-Method": "GET" };
  expect(await logged("static", pools, { method: "OPTIONS", headers })).toEqual([]);
});

test("shows no secret that stands in an address", () => {
  const entry = {
    method: "GET",
    path: "/a?page=2&access_token=fake-1&api-key=fake-2&q=b",
    status: 200,
    durationMs: 1,
    notes: [],
  };
  expect(formatLogEntry(entry, process.stderr)).toContain("/a?page=2&access_token=***&api-key=***&q=b ");
});

test("is written in lines, with nothing in them that could steer a terminal", () => {
  const entry = { method: "GET", path: "/a", status: 404, durationMs: 3.4, notes: ["is \u001b[2Jgone"] };
  expect(formatLogEntry(entry, process.stderr).replaceAll("\u001b[", "")).not.toContain("\u001b");
  const plain = { ...process.stderr, isTTY: false } as unknown as NodeJS.WritableStream;
  expect(formatLogEntry({ ...entry, notes: ["is gone"] }, plain)).toBe("GET    /a 404 3 ms\n       is gone\n");
});
