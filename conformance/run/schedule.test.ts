import { expect, test } from "vitest";
import type { Check } from "../kit/check.ts";
import { resultOf } from "../kit/outcome.ts";
import type { Verdict } from "../kit/verdict.ts";
import type { CheckResult } from "../results/report.ts";
import { schedule } from "./schedule.ts";

function checkOf(id: string, isAlone = false): Check {
  const run = async () => {};
  return {
    id,
    title: "t",
    decides: [],
    level: "MUST",
    operationId: "o",
    provokes: [],
    needs: [],
    run,
    ...(isAlone && { isAlone }),
  };
}

/** Runs checks whose verdicts are told: the first of each at its first run, and so on; the last one ever after. */
async function play(
  checks: readonly Check[],
  concurrency: number,
  verdicts: Readonly<Record<string, readonly Verdict[]>>,
  signal?: AbortSignal,
) {
  const runs: string[] = [];
  const results: CheckResult[] = [];
  let underWay = 0;
  let most = 0;
  await schedule(checks, {
    concurrency,
    ...(signal && { signal }),
    runCheck: async (check) => {
      underWay += 1;
      most = Math.max(most, underWay);
      await new Promise((resolve) => setImmediate(resolve));
      underWay -= 1;
      const told = verdicts[check.id] ?? ["pass"];
      const run = runs.filter((id) => id === check.id).length;
      runs.push(check.id);
      return resultOf(check, told[Math.min(run, told.length - 1)] ?? "pass", "");
    },
    onResult: (result) => results.push(result),
  });
  return { runs, most, results: results.map(({ id, verdict }) => `${verdict} ${id}`) };
}

const [a, b, c, d] = ["a", "b", "c", "d"].map((id) => checkOf(id)) as [Check, Check, Check, Check];

test("runs checks in their order, as many at once as it may", async () => {
  expect(await play([a, b, c], 1, {})).toEqual({
    runs: ["a", "b", "c"],
    most: 1,
    results: ["pass a", "pass b", "pass c"],
  });
  expect((await play([a, b, c], 2, {})).most).toBe(2);
});

test("runs a check alone that asks for it", async () => {
  expect(await play([checkOf("a", true), checkOf("b", true)], 8, {})).toMatchObject({ most: 1, runs: ["a", "b"] });
});

test("runs a check again, alone, that came to no verdict beside others", async () => {
  const verdicts = { a: ["unverified", "pass"], b: ["inconclusive", "fail"], c: ["skipped", "pass"] } as const;
  expect(await play([a, b, c], 3, verdicts)).toEqual({
    runs: ["a", "b", "c", "a", "b", "c"],
    most: 3,
    results: ["pass a", "fail b", "pass c"],
  });
});

test("takes the verdict of a check that had no company for what it is", async () => {
  expect(await play([a, b], 1, { a: ["unverified", "pass"] })).toMatchObject({ runs: ["a", "b"] });
});

test("runs nothing again that was decided, whatever the verdict", async () => {
  expect(await play([a, b], 2, { a: ["fail"], b: ["warn"] })).toMatchObject({ runs: ["a", "b"] });
});

test("ends after three checks in a row that nothing can be told of", async () => {
  const gone = { a: ["inconclusive"], b: ["inconclusive"], c: ["inconclusive"] } as const;
  expect(await play([a, b, c, d], 1, gone)).toMatchObject({ runs: ["a", "b", "c"] });
  expect(await play([a, b, d, c, d], 1, gone)).toMatchObject({ runs: ["a", "b", "d", "c", "d"] });
});

test("answers after which check the others were given up", async () => {
  const runAll = (verdict: Verdict) =>
    schedule([a, b, c, d], {
      concurrency: 1,
      runCheck: async (check) => resultOf(check, verdict, ""),
      onResult: () => {},
    });
  expect(await runAll("inconclusive")).toMatchObject({ givenUpAfter: { id: "c" } });
  expect(await runAll("pass")).toEqual({ givenUpAfter: undefined });
});

test("ends when it is told to", async () => {
  const ending = new AbortController();
  ending.abort();
  expect(await play([a, b], 1, {}, ending.signal)).toMatchObject({ runs: [] });
});

test("ends when it is told to while checks are run again", async () => {
  const ending = new AbortController();
  const results: string[] = [];
  await schedule([a, b], {
    concurrency: 2,
    signal: ending.signal,
    runCheck: async (check) => {
      await new Promise((resolve) => setImmediate(resolve));
      return resultOf(check, "unverified", "");
    },
    onResult: ({ id }) => {
      results.push(id);
      ending.abort();
    },
  });
  expect(results).toEqual(["a"]);
});
