import { describe, expect, test } from "vitest";
import type { Check } from "../kit/check.ts";
import type { RecordedExchange } from "../kit/recorded-exchange.ts";
import type { Suite } from "../kit/suite.ts";
import type { Target } from "../kit/target.ts";
import type { CheckResult, Report } from "../results/report.ts";
import {
  breakOff,
  createScript,
  createSmallSuite,
  reply,
  type ScriptedAnswer,
  smallCheck,
  smallTarget,
} from "../self/small-suite.ts";
import { replay } from "./replay.ts";
import { runSuite } from "./run.ts";

const list = { path: { organization: "acme" } };
const listing = smallCheck({ run: async ({ judge }) => void (await judge("listBoxes", list, "success")) });
const naming = smallCheck({
  id: "pulumi/listBoxes/asks-for-what-is-listed",
  run: async ({ judge, freshName, prepare }) => {
    const { json } = await prepare("listBoxes", list);
    const [box] = (json as { boxes: { id: string }[] }).boxes;
    await judge("showBox", { path: { organization: "acme", box: `box-${box?.id}-${freshName()}` } }, "refusal");
  },
});

type Fetch = NonNullable<Target["fetch"]>;

async function recordedBy(fetch: Fetch, checks: readonly Check[], target: Partial<Target> = {}) {
  const suite = createSmallSuite({ checks });
  const run = { suite, target: smallTarget({ fetch, ...target }), keepExchanges: true, sleep: async () => {} };
  return { suite, report: await runSuite(run) };
}

const listOf = (...boxes: readonly unknown[]) => reply(200, { boxes });
const refused = reply(404, { message: "no" });

async function verdictsOf(suite: Suite, report: Report): Promise<(string | undefined)[]> {
  return (await replay(suite, report)).map(({ result, trouble }) => result?.verdict ?? trouble);
}

/** The report with the only check changed. */
function changed(report: Report, change: (check: CheckResult) => Partial<CheckResult>): Report {
  return { ...report, checks: report.checks.map((check) => ({ ...check, ...change(check) })) };
}

/** The report with the first exchange of its only check changed. */
function answered(report: Report, change: Partial<RecordedExchange>): Report {
  const [first, ...others] = report.checks[0]?.exchanges ?? [];
  if (!first) throw new Error("nothing was recorded");
  return changed(report, () => ({ exchanges: [{ ...first, ...change }, ...others] }));
}

describe("comes to the same", () => {
  test.each<{ given: string; answers: readonly ScriptedAnswer[]; checks: readonly Check[]; want: string }>([
    { given: "a pass", answers: [listOf()], checks: [listing], want: "pass" },
    { given: "a failure", answers: [listOf({ id: 1, name: "one" })], checks: [listing], want: "fail" },
    { given: "names made up", answers: [listOf({ id: "1", name: "a" }), refused], checks: [naming], want: "pass" },
    { given: "an answer lost once", answers: [breakOff, listOf()], checks: [listing], want: "pass" },
    { given: "no answer at all", answers: [breakOff], checks: [listing], want: "inconclusive" },
    { given: "weather that passes", answers: [reply(503), listOf()], checks: [listing], want: "pass" },
    { given: "weather that stays", answers: [reply(429)], checks: [listing], want: "inconclusive" },
    { given: "an answer without a body", answers: [reply(204)], checks: [listing], want: "fail" },
  ])("with $given", async ({ answers, checks, want }) => {
    const { suite, report } = await recordedBy(createScript(...answers).fetch, checks);
    expect(report.checks[0]?.verdict).toBe(want);
    const [replayed] = await replay(suite, report);
    expect(replayed?.trouble).toBeUndefined();
    expect(replayed?.result).toMatchObject({ verdict: want, findings: report.checks[0]?.findings });
  });

  test("for all checks, told in the order of the report", async () => {
    const checks = ["b", "a", "c"].map((name) => ({ ...listing, id: `pulumi/listBoxes/${name}` }));
    const { suite, report } = await recordedBy(createScript(listOf()).fetch, checks);
    const replayed = await replay(suite, { ...report, checks: report.checks.toReversed() });
    expect(replayed.map(({ id }) => id)).toEqual(["pulumi/listBoxes/c", "pulumi/listBoxes/a", "pulumi/listBoxes/b"]);
  });

  test("where an id held the token, which a URL escapes", async () => {
    const script = createScript(listOf({ id: "fake-token/1", name: "a" }), refused);
    const { suite, report } = await recordedBy(script.fetch, [naming], { token: "fake-token/1" });
    expect(report.checks[0]?.exchanges?.[1]?.request.url).toContain("/boxes/box-$POOLPROOF_TOKEN-");
    expect(await verdictsOf(suite, report)).toEqual(["pass"]);
  });

  test("where a text that held the token was cut off", async () => {
    const token = `fake-token-${"x".repeat(200)}`;
    const { suite, report } = await recordedBy(
      createScript(listOf({ id: "1", name: { [`not ${token}`]: 1 } })).fetch,
      [listing],
      { token },
    );
    expect(report.checks[0]?.findings[0]?.got).toBe("object with not $POOLPROOF_TOKEN…");
    const [replayed] = await replay(suite, report);
    expect(replayed?.result?.findings).toEqual(report.checks[0]?.findings);
  });

  test.each<{ given: string; bytes: number[]; want: string }>([
    { given: "bytes that are no text", bytes: [0xff], want: "fail" },
    { given: "the character that stands for such bytes", bytes: [0xef, 0xbf, 0xbd], want: "pass" },
  ])("where a body held $given", async ({ bytes, want }) => {
    const body = Uint8Array.from([...new TextEncoder().encode('{"boxes":[],"x":"'), ...bytes, 0x22, 0x7d]);
    const answer = () => new Response(body, { headers: { "content-type": "application/json" } });
    const { suite, report } = await recordedBy(createScript(answer).fetch, [listing]);
    expect(report.checks[0]?.verdict).toBe(want);
    const [replayed] = await replay(suite, report);
    expect(replayed?.result).toMatchObject({ verdict: want, findings: report.checks[0]?.findings });
  });

  test("where the run was ended in the middle of a check", async () => {
    const suite = createSmallSuite({ checks: [naming] });
    const { fetch } = createScript(listOf({ id: "1", name: "a" }), refused);
    const run = { suite, target: smallTarget({ fetch }), keepExchanges: true, maxRequests: 1 };
    const report = await runSuite(run);
    expect(report.checks).toMatchObject([
      { verdict: "inconclusive", reason: expect.stringContaining("used up its requests") },
    ]);
    expect(await verdictsOf(suite, report)).toEqual(["inconclusive"]);
  });

  test("for secrets of the server, whichever was met first", async () => {
    const boxes = [1, 2].map((number) => ({ id: number, name: "a", token: `fake-secret-${number}` }));
    const { suite, report } = await recordedBy(createScript(listOf(...boxes)).fetch, [listing]);
    const answer = report.checks[0]?.exchanges?.[0]?.response?.text ?? "";
    const [replayed] = await replay(suite, report);
    expect(answer).toMatch(/REDACTED-token-1.*REDACTED-token-2|REDACTED-token-2.*REDACTED-token-1/);
    expect(replayed?.result?.exchanges?.[0]?.response?.text).toBe(answer);
  });
});

test("comes to another verdict by another answer", async () => {
  const { suite, report } = await recordedBy(createScript(listOf()).fetch, [listing]);
  const response = { status: 200, headers: {}, text: '{"boxes":7}' };
  expect(await verdictsOf(suite, answered(report, { response }))).toEqual(["fail"]);
});

describe("says why it cannot judge again", () => {
  test.each<{ given: string; change: (report: Report) => Report; want: RegExp }>([
    {
      given: "a check that there is not",
      change: (report) => changed(report, () => ({ id: "pulumi/listBoxes/none" })),
      want: /^there is no such check$/,
    },
    {
      given: "no exchanges",
      change: (report) => changed(report, () => ({ exchanges: [] })),
      want: /^GET \S+\/boxes was not recorded$/,
    },
    {
      given: "an exchange too many",
      change: (report) =>
        changed(report, ({ exchanges: [first] = [] }) => ({ exchanges: first ? [first, first] : [] })),
      want: /^1 of its exchanges were not asked for again$/,
    },
    {
      given: "another request",
      change: (report) =>
        answered(report, { request: { method: "GET", url: "http://boxes.test/api/other", headers: {} } }),
      want: /boxes was asked for, and GET \S+\/other recorded$/,
    },
    {
      given: "an answer of which only the beginning was kept",
      change: (report) => answered(report, { response: { status: 200, headers: {}, text: "{", cutFrom: 9 } }),
      want: /too long to be kept whole/,
    },
  ])("given $given", async ({ change, want }) => {
    const { suite, report } = await recordedBy(createScript(listOf()).fetch, [listing]);
    expect(await verdictsOf(suite, change(report))).toEqual([expect.stringMatching(want)]);
  });

  test("given fewer names than it takes", async () => {
    const { suite, report } = await recordedBy(createScript(listOf({ id: "1", name: "a" }), refused).fetch, [naming]);
    const short = changed(report, ({ ids = [] }) => ({ ids: ids.slice(0, 1) }));
    expect(await verdictsOf(suite, short)).toEqual(["it made more names than were recorded"]);
  });
});
