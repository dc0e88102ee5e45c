import { beforeEach, expect, test } from "vitest";
import { apis } from "../apis/index.ts";
import { loadContract } from "../contract/load-contract.ts";
import type { ApiHandler } from "../front/api-front.ts";
import { noteRequest } from "../front/request-notes.ts";
import { createReadMemory, type ReadMemory } from "./read-memory.ts";

let asked: string[];
let memory: ReadMemory;
let handle: ApiHandler;
let status: number;
/** Runs while an answer is under way, once. */
let meanwhile: () => void;
beforeEach(async () => {
  [asked, status, meanwhile] = [[], 200, () => {}];
  memory = createReadMemory();
  const counting: ApiHandler = async (request) => {
    asked.push(request.method);
    if (request.url.includes("odd")) noteRequest(request, ["odd"]);
    const act = meanwhile;
    meanwhile = () => {};
    act();
    return { status, headers: {}, text: `${asked.length}` };
  };
  handle = memory.remember(counting, apis.scalr, await loadContract("scalr"));
});

const ask = async (method = "GET", headers: Record<string, string> = {}, path = "/agent-pools") =>
  (await handle(new Request(`http://mock.test/api/iacp/v3${path}`, { method, headers }), path)).text;

test("the same is answered from memory, until something changes", async () => {
  expect([await ask(), await ask()]).toEqual(["1", "1"]);
  await ask("HEAD");
  expect(await ask()).toBe("1");
  await ask("DELETE");
  expect(await ask()).toBe("4");
  memory.forget();
  expect(await ask()).toBe("5");
  expect(asked).toEqual(["GET", "HEAD", "DELETE", "GET", "GET"]);
});

test.each<{ what: string; headers?: Record<string, string>; path?: string }>([
  { what: "another token", headers: { authorization: "Bearer other" } },
  { what: "a documented header", headers: { prefer: "profile=preview" } },
  { what: "another query", path: "/agent-pools?page[number]=2" },
])("$what is another request", async ({ headers, path }) => {
  await ask();
  expect([await ask("GET", headers, path), await ask("GET", headers, path), await ask()]).toEqual(["2", "2", "1"]);
});

test("refusals, and what has to be logged anew, are not remembered", async () => {
  expect([await ask("GET", {}, "/agent-pools?odd"), await ask("GET", {}, "/agent-pools?odd")]).toEqual(["1", "2"]);
  status = 404;
  expect([await ask(), await ask()]).toEqual(["3", "4"]);
});

test("what was read before a change is not remembered after it", async () => {
  meanwhile = () => memory.forget();
  expect(await ask()).toBe("1");
  expect(await ask()).toBe("2");
});

test("a change that fails forgets too, since it may have been done in part", async () => {
  await ask();
  meanwhile = () => {
    throw new Error("failed");
  };
  await expect(ask("PATCH")).rejects.toThrow("failed");
  expect(await ask()).toBe("3");
});
