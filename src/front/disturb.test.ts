import { describe, expect, test } from "vitest";
import { createMockHandler } from "../mock/mock-handler.ts";
import { createReferenceHandler } from "../reference/create-reference-handler.ts";
import type { SiteOptions } from "./create-site.ts";
import { createDelays } from "./latency.ts";

const pools = "http://mock.test/api/v2/organizations/my-organization/agent-pools";
const makers = {
  static: (options?: SiteOptions) => createMockHandler(["terraform"], options),
  stateful: (options?: SiteOptions) => createReferenceHandler(["terraform"], undefined, options),
};

function asking(prefer: string | undefined, init: RequestInit = {}): Request {
  const headers = { Authorization: "Bearer reference-token", ...(prefer !== undefined && { Prefer: prefer }) };
  return new Request(pools, { ...init, headers: { ...headers, ...init.headers } });
}

describe.each([{ kind: "static" }, { kind: "stateful" }] as const)("the $kind mock", ({ kind }) => {
  test("answers later if a request prefers it", async () => {
    const handler = await makers[kind]();
    const start = performance.now();
    const response = await handler(asking("delay=40"));
    // Timers may be a millisecond early.
    expect(performance.now() - start).toBeGreaterThanOrEqual(39);
    expect([response.status, response.headers.get("preference-applied")]).toEqual([200, "delay=40"]);
  });

  test("takes code and delay together", async () => {
    const response = await (await makers[kind]())(asking("code=404, delay=1"));
    expect([response.status, response.headers.get("preference-applied")]).toEqual([404, "code=404, delay=1"]);
  });

  test.each(["delay=soon", "delay=-1", "delay=60001", "delay"])("refuses %s", async (prefer) => {
    const response = await (await makers[kind]())(asking(prefer));
    expect(response.status).toBe(400);
    expect((await response.json()).errors[0].detail).toMatch(/milliseconds up to 60000/);
  });

  test("takes its time for every answer where it has a latency", async () => {
    const handler = await makers[kind]({ latency: { minMs: 30, maxMs: 30 } });
    const start = performance.now();
    expect((await handler(asking(undefined))).status).toBe(200);
    expect(performance.now() - start).toBeGreaterThanOrEqual(29);
  });

  test("stops waiting for a client that is gone", async () => {
    const handler = await makers[kind]();
    const leaving = new AbortController();
    const answer = handler(asking("delay=60000", { signal: leaving.signal }));
    leaving.abort();
    expect((await answer).status).toBe(499);
  });
});

describe("the stateful mock asked for an example", () => {
  test("gives it, and does nothing", async () => {
    const handler = await makers.stateful();
    const body = JSON.stringify({ data: { type: "agent-pools", attributes: { name: "new" } } });
    const headers = { "Content-Type": "application/vnd.api+json" };
    const created = await handler(asking("code=201", { method: "POST", body, headers }));
    expect(created.status).toBe(201);
    const { data } = await (await handler(asking(undefined))).json();
    expect(data.map((pool: { attributes: { name: string } }) => pool.attributes.name)).not.toContain("new");
  });

  test("knows examples by name, and says which there are", async () => {
    const handler = await makers.stateful();
    expect((await handler(asking("example=not-found"))).status).toBe(404);
    const refusal = await handler(asking("code=418"));
    expect(refusal.status).toBe(400);
    expect((await refusal.json()).errors[0].detail).toMatch(/code may be 200, 400/);
  });
});

test("delays lie within the latency, and are the same with the same seed", () => {
  const draw = (seed: number | undefined) => {
    const next = createDelays({ minMs: 100, maxMs: 400 }, seed);
    return Array.from({ length: 50 }, next);
  };
  const delays = draw(1);
  expect(delays).toEqual(draw(1));
  expect(delays).not.toEqual(draw(2));
  for (const delay of [...delays, ...draw(undefined)]) {
    expect(delay).toBeGreaterThanOrEqual(100);
    expect(delay).toBeLessThanOrEqual(400);
  }
  expect(new Set(delays).size).toBeGreaterThan(30);
});
