import { execFile } from "node:child_process";
import { promisify } from "node:util";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { apiIds } from "../apis/index.ts";
import { loadContract } from "../contract/load-contract.ts";
import type { RunningApis } from "../host/serve-apis.ts";
import { createMock } from "../mock/create-mock.ts";
import { createReferenceServer } from "../reference/create-reference-server.ts";
import type { SiteMap } from "./site-map.ts";
import { startPage } from "./start-page.ts";

const run = promisify(execFile);

describe.each([
  { kind: "static", create: createMock },
  { kind: "stateful", create: createReferenceServer },
] as const)("the start page of the $kind mock", ({ kind, create }) => {
  let mock: RunningApis;
  beforeAll(async () => {
    mock = await create();
  });
  afterAll(() => mock.close());

  test("lists every route of every API, the token and the control API", async () => {
    const site: SiteMap = await (await fetch(`${mock.url}/`, { headers: { Accept: "application/json" } })).json();
    expect(site.kind).toBe(kind);
    expect(site.apis.map(({ id, baseUrl }) => [id, baseUrl])).toEqual(apiIds.map((id) => [id, mock.baseUrls[id]]));
    for (const { id, routes } of site.apis) {
      const { operations } = await loadContract(id);
      expect(routes.map(({ method, path }) => [method, path])).toEqual(
        operations.map(({ method, path }) => [method, path]),
      );
    }
    expect(site.control.some(({ path }) => path === "/_poolproof/state")).toBe(kind === "stateful");
  });

  test("gives curl lines that do what they say", async () => {
    const site: SiteMap = await (await fetch(`${mock.url}/`)).json();
    const lines = site.apis.flatMap(({ routes }) => routes.filter(({ method }) => method !== "DELETE"));
    for (const { path, method, curl } of [...lines, ...site.control]) {
      const { stdout } = await run("sh", ["-c", `${curl} -s -o /dev/null -w '%{http_code}'`]);
      expect(Number(stdout), `${method} ${path}: ${curl}`).toBeLessThan(300);
      // What the line above may have ordered is not to hit the next one.
      await fetch(`${mock.url}/_poolproof/reset`, { method: "POST" });
    }
    expect(lines.length).toBeGreaterThan(12);
  });

  test("is HTML for a browser, and loads nothing", async () => {
    const response = await fetch(`${mock.url}/`, { headers: { Accept: "text/html,*/*;q=0.8" } });
    expect(response.headers.get("content-type")).toBe("text/html; charset=utf-8");
    expect(response.headers.get("content-security-policy")).toContain("default-src 'none'");
    const text = await response.text();
    expect(text).toContain('<html lang="en">');
    expect(text).not.toMatch(/(src|href)="(https?:)?\/\//);
    expect((await fetch(`${mock.url}/`, { method: "HEAD" })).status).toBe(200);
  });
});

test("shows text as text, whatever is in it", () => {
  const hostile = "<script>alert(1)</script>";
  const routes = [{ method: "GET", path: `/"${hostile}`, does: hostile, curl: `curl '${hostile}'` }];
  const page = `${startPage({
    kind: "static",
    token: hostile,
    apis: [{ id: "terraform", title: hostile, baseUrl: hostile, routes }],
    preferences: [],
    control: [],
  })}`;
  expect(page).not.toContain("<script>alert");
  expect(page.match(/&lt;script&gt;alert/g)).toHaveLength(9);
});
