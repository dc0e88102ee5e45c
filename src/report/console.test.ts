import { stripVTControlCharacters } from "node:util";
import { describe, expect, test } from "vitest";
import { createConsoleLines } from "./console.ts";
import { checkOf } from "./sample-checks.ts";
import { sampleDocument } from "./sample-document.ts";

const lines = createConsoleLines({ colour: false, command: "poolproof" });
const id = "terraform/showAgent/answers-as-documented";

describe("the line of a result", () => {
  test.each([
    { given: checkOf({ id, verdict: "pass" }), want: `pass         ${id}` },
    { given: checkOf({ id, verdict: "fail", reason: "no" }), want: `fail         ${id}  no` },
    { given: checkOf({ id, verdict: "inconclusive", reason: "429" }), want: `inconclusive ${id}  429` },
    {
      given: checkOf({ id, verdict: "pass", retries: 1 }),
      want: `pass         ${id}  (flaky: one request had to be sent again)`,
    },
    {
      given: checkOf({ id, verdict: "fail", reason: "no", retries: 3 }),
      want: `fail         ${id}  no  (flaky: 3 requests had to be sent again)`,
    },
    {
      given: checkOf({ id, verdict: "fail", reason: "got \u001b[31m\nred\u202e" }),
      want: String.raw`fail         ${id}  got \u001b[31m\u000ared\u202e`,
    },
  ])("is $want", ({ given, want }) => {
    expect(lines.resultLine(given)).toBe(want);
  });

  test("tells no more of a long reason than fits", () => {
    const line = lines.resultLine(checkOf({ id, verdict: "fail", reason: "x".repeat(5000) }));
    expect(line).toBe(`fail         ${id}  ${"x".repeat(119)}…`);
  });

  test.each([
    { width: 60, want: `fail         ${id}` },
    { width: 100, want: `fail         ${id}  ${"x".repeat(41)}…` },
    { width: 400, want: `fail         ${id}  ${"x".repeat(119)}…` },
  ])("is one line of a terminal of $width columns, with as much of the reason as says something", ({ width, want }) => {
    const narrow = createConsoleLines({ colour: false, command: "poolproof", width });
    expect(narrow.resultLine(checkOf({ id, verdict: "fail", reason: "x".repeat(5000) }))).toBe(want);
  });

  test("says in colour what it says without", () => {
    const painted = createConsoleLines({ colour: true, command: "poolproof" });
    const check = checkOf({ id, verdict: "fail", reason: "no", retries: 2 });
    expect(painted.resultLine(check)).not.toBe(lines.resultLine(check));
    expect(stripVTControlCharacters(painted.resultLine(check))).toBe(lines.resultLine(check));
  });
});

test("nothing of what a server means ill reaches the terminal", () => {
  const all = [
    ...sampleDocument.runs.flatMap(({ checks }) => checks.map(lines.resultLine)),
    ...lines.failureLines(sampleDocument.runs),
    ...sampleDocument.runs.flatMap((run) => lines.summaryLines(run, sampleDocument.runs)),
  ].join("\n");
  expect(all.length).toBeGreaterThan(5000);
  // biome-ignore lint/suspicious/noControlCharactersInRegex: these are the ones that must not be there
  expect(all.replaceAll("\n", "")).not.toMatch(/[\u0000-\u001f\u007f-\u009f\u202a-\u202e\u2066-\u2069]/);
});
