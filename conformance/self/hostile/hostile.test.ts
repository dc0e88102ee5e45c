import { expect, test } from "vitest";
import { startPoolproof } from "../../../src/packed/command.ts";
import { referenceToken } from "../../../src/reference/reference-data.ts";
import { hostilities } from "./hostilities.ts";
import { createLanes } from "./lanes.ts";
import { type Meeting, meet } from "./meet.ts";

/*
 * The command, as a process, against servers that are out to harm it. Every run must end in time, with a clean report,
 * a true conclusion and little memory, and must have asked nobody but its target.
 */
const inLane = createLanes(2);
const mostBytes = 300_000_000;
const longestOutput = 100_000;
const longestReport = 40_000_000;
/** Whatever steers a terminal or hides from the eye; lines end with the one that is allowed. */
const steering = /[^\P{C}\n]/u;
const faultsOfOurs = /poolproof: unexpected|please report|unhandled|^\s+at .+:\d+:\d+/im;

test.concurrent.for(hostilities)(
  "survives a server that $does ($name)",
  { timeout: 120_000 },
  async (hostility, { annotate }) => {
    const { want } = hostility;
    const meeting = await inLane(() => meet(hostility, startPoolproof));
    const { code, stdout, stderr, json, report, isWithinLimit, peakBytes, strayed } = meeting;

    expect(isWithinLimit, "ends in time").toBe(true);
    expect(code, stderr).toBe(want.code);
    expect(told(meeting)).toMatch(want.says ?? /^/);
    if (want.code === 2) expect(stderr.split("\n").filter((line) => line.startsWith("poolproof: "))).toHaveLength(1);
    else expect(report?.conclusion).toBe(conclusions[want.code]);

    for (const output of [stdout, stderr]) {
      expect(output).not.toMatch(steering);
      expect(output).not.toMatch(faultsOfOurs);
      expect(output.length).toBeLessThan(longestOutput);
    }
    expect(json.length).toBeLessThan(longestReport);
    expect([stdout, stderr, json].filter((output) => output.includes(referenceToken))).toEqual([]);
    if (peakBytes === undefined) await annotate("not measured: the most memory that the command held");
    else expect(peakBytes).toBeLessThan(mostBytes);
    expect(strayed, "connections to another server").toBe(0);
  },
);

test("plays hostilities enough, each under a name of its own", () => {
  expect(new Set(hostilities.map(({ name }) => name)).size).toBe(hostilities.length);
  expect(hostilities.length).toBeGreaterThanOrEqual(100);
});

const conclusions = { 0: "conforms", 1: "does not conform", 3: "incomplete" } as const;

/** What is said of the server: the message of a run that did not begin, or else all reasons and findings. */
function told({ stderr, report }: Meeting): string {
  if (!report) return stderr;
  return report.runs
    .flatMap(({ checks }) => checks)
    .flatMap(({ reason, findings }) => [
      reason,
      ...findings.map((each) => `${each.pointer}: expected ${each.expected}, got ${each.got}`),
    ])
    .join("\n");
}
