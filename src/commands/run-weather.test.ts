import { mkdtemp, readFile, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { anew, combine, fronted } from "../../conformance/proof/alterations.ts";
import type { Report, ReportDocument } from "../../conformance/results/report.ts";
import type { ApiId } from "../apis/index.ts";
import type { FetchHandler } from "../host/serve.ts";
import { poolproof } from "../packed/command.ts";
import type { Alteration } from "../reference/alteration.ts";
import { type SeenRequest, serveTestTarget, type TestTarget } from "./test-target.ts";

let folder: string;
let target: TestTarget | undefined;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), "poolproof-weather-"));
});
afterEach(async () => {
  await target?.close();
  target = undefined;
  await rm(folder, { recursive: true });
});

interface Weather {
  readonly api?: ApiId;
  readonly only: string;
  readonly alteration?: Alteration<unknown>;
  readonly resets?: (asked: SeenRequest, count: number) => boolean;
  readonly flags?: readonly string[];
}

async function runIn({ api = "agentsmesh", only, alteration = {}, resets, flags = [] }: Weather) {
  target = await serveTestTarget(api, { alteration, ...(resets && { resets }) });
  const words = [...target.words, "--only", only, "--report", "json=report.json", ...flags];
  const { code, stdout, stderr } = await poolproof(words, {
    env: { ...target.env, POOLPROOF_STATE: folder },
    cwd: folder,
  });
  const text = await readFile(join(folder, "report.json"), "utf8");
  const [report] = (JSON.parse(text) as ReportDocument).runs;
  if (!report) throw new Error("there is no run in the report");
  return { code, stdout, stderr, report, asked: target.asked };
}

/** True for the first that is so. */
function once<Value>(isSo: (value: Value) => boolean): (value: Value) => boolean {
  let isOver = false;
  return (value) => {
    if (isOver || !isSo(value)) return false;
    isOver = true;
    return true;
  };
}

const flaky = ({ checks }: Report) => checks.filter(({ retries = 0 }) => retries > 0);

/** Answers some requests otherwise; `count` counts those that fit, from 1. */
function weather(fits: (request: Request) => boolean, answer: (count: number) => Response | undefined) {
  return anew<unknown>(() => {
    let count = 0;
    return fronted((request: Request, sound: FetchHandler) => {
      if (!fits(request)) return sound(request);
      count += 1;
      return answer(count) ?? sound(request);
    });
  });
}

const toPods = ({ url }: Request) => url.includes("/pods");
const say = (status: number, retryAfter?: string) =>
  Response.json(
    { error: "later", code: "LATER" },
    { status, headers: retryAfter ? { "retry-after": retryAfter } : {} },
  );
const inSeconds = (seconds: number) => new Date(Date.now() + seconds * 1000).toUTCString();
const only = "agentsmesh/listRunnerPods/answers-as-documented";

describe("weather that passes is waited out, and the check is marked flaky:", () => {
  test.each<Weather & { given: string }>([
    { given: "429 with seconds", only, alteration: weather(toPods, (n) => (n === 1 ? say(429, "1") : undefined)) },
    {
      given: "429 with a date",
      only,
      alteration: weather(toPods, (n) => (n === 1 ? say(429, inSeconds(1)) : undefined)),
    },
    {
      given: "429 with a time that has passed",
      only,
      alteration: weather(toPods, (n) => (n === 1 ? say(429, "Thu, 01 Jan 1970 00:00:00 GMT") : undefined)),
    },
    { given: "503 for a while", only, alteration: weather(toPods, (n) => (n <= 2 ? say(503) : undefined)) },
    {
      given: "a connection that is reset once",
      only,
      resets: once(({ path }) => path.includes("/pods")),
    },
    {
      given: "429 to a request that writes",
      api: "pulumi",
      only: "pulumi/createAgentPool/answers-as-documented",
      alteration: weather(
        ({ method }) => method === "POST",
        (n) => (n === 1 ? say(429, "0") : undefined),
      ),
    },
  ])("$given", async (given) => {
    const { code, stdout, report } = await runIn({ ...given, flags: ["--verbose"] });
    expect(report.counts).toMatchObject({ pass: 1 });
    expect(flaky(report)).toHaveLength(1);
    expect(stdout).toMatch(/^pass .*\(flaky: .* had to be sent again\)$/m);
    expect(stdout).toMatch(/^ {2}1 flaky: /m);
    expect(code).toBe(0);
  });

  test("a server that fails is found out in bad weather too", async () => {
    const failing = fronted<unknown>(async (request, sound) => {
      const response = await sound(request);
      return toPods(request) && response.ok ? Response.json({ pods: 7 }) : response;
    });
    const gusts = weather(toPods, (n) => (n % 2 === 1 ? say(503, "0") : undefined));
    const { code, stdout, report } = await runIn({ only, alteration: combine(failing, gusts) });
    expect(code).toBe(1);
    expect(report.checks).toMatchObject([{ verdict: "fail", retries: 1 }]);
    expect(stdout).toMatch(/^fail .*\(flaky: one request had to be sent again\)$/m);
  });
});

describe("weather that stays leaves the question open, and ends the run early:", () => {
  test.each([{ status: 429 }, { status: 503 }])("$status to everything after the first request", async ({ status }) => {
    const alteration = weather(
      () => true,
      (n) => (n > 1 ? say(status, "0") : undefined),
    );
    const { code, stdout, report } = await runIn({ only: "agentsmesh/", alteration });
    expect(code).toBe(3);
    expect(report).toMatchObject({ conclusion: "incomplete", counts: { inconclusive: 3, fail: 0, pass: 0 } });
    expect(report.notRun).toBeGreaterThan(50);
    expect(stdout).toMatch(/incomplete: ended early, with \d+ checks not run$/m);
    expect(stdout).toContain(`was answered ${status}`);
  });

  test("and what was found before it came still counts", async () => {
    const failing = fronted<unknown>(async (request, sound) =>
      /\/runners$/.test(new URL(request.url).pathname) && (await sound(request.clone())).ok
        ? Response.json({ runners: 7 })
        : sound(request),
    );
    const { code, report } = await runIn({
      only: "agentsmesh/listRunners/,agentsmesh/listRunnerPods/",
      alteration: combine(
        failing,
        weather(toPods, () => say(503, "0")),
      ),
    });
    expect(code).toBe(1);
    expect(report.conclusion).toBe("does not conform");
  });
});

test("an operation that alone answers nothing in time fails", async () => {
  const silent = fronted<unknown>((request, sound) => (toPods(request) ? new Promise(() => {}) : sound(request)));
  const { code, report } = await runIn({ only, alteration: silent, flags: ["--timeout", "400"] });
  expect(code).toBe(1);
  expect(report.checks[0]?.reason).toMatch(/^status: expected an answer, got none \(.*400 ms; a request sent next was/);
});

test("a request that writes and met 503 is not sent again", async () => {
  const posts: string[] = [];
  const busy = fronted<unknown>(async (request, sound) => {
    if (request.method !== "POST") return sound(request);
    posts.push(await request.clone().text());
    return say(503, "0");
  });
  const { code, report } = await runIn({ api: "pulumi", only: "pulumi/createAgentPool/", alteration: busy });
  expect(code).toBe(3);
  expect(report.checks.map(({ verdict }) => verdict)).toEqual(["inconclusive", "inconclusive", "inconclusive"]);
  expect(posts).toHaveLength(3);
  expect(new Set(posts).size).toBe(3);
});

test("no more requests are sent in a second than --rate allows", async () => {
  const flags = ["--rate", "20", "--concurrency", "8"];
  const { code, asked, stderr } = await runIn({ only: "agentsmesh/listRunners/", flags });
  expect(code).toBe(0);
  expect(stderr).toMatch(/about \d+ requests, at 20 a second not before \d+ s/);
  // The first one is the look beforehand, which no rate holds up.
  const times = asked.slice(1).map(({ atMs }) => atMs);
  expect(times.length).toBeGreaterThan(25);
  const most = Math.max(...times.map((from) => times.filter((at) => at >= from && at < from + 1000).length));
  expect(most).toBeLessThanOrEqual(26);
});
