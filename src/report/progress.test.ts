import { describe, expect, test } from "vitest";
import { createProgress } from "./progress.ts";
import { checkOf } from "./sample-checks.ts";

/** A stream that remembers what it was given, and a clock. */
function watch(stream: { readonly isTTY?: boolean; readonly columns?: number }) {
  const written: string[] = [];
  let nowMs = 0;
  const progress = createProgress({ ...stream, write: (text) => void written.push(text) }, () => nowMs);
  const pass = (ms: number) => {
    nowMs += ms;
  };
  return { written, progress, pass };
}

const passed = checkOf({ id: "pulumi/getAgentPool/answers-as-documented", verdict: "pass" });
const failed = checkOf({ id: "pulumi/getAgentPool/refuses-bad-token", verdict: "fail" });

describe("elsewhere than on a terminal", () => {
  test("a few plain lines tell how far it has come", () => {
    const { written, progress, pass } = watch({});
    progress.begin("Pulumi Cloud", 8);
    for (let check = 1; check <= 8; check += 1) {
      progress.request(10 * check);
      pass(1000);
      progress.result(check === 3 ? failed : passed);
    }
    progress.clear();
    expect(written).toEqual([
      "Pulumi Cloud: 2 of 8 checks, 0 failed, 20 requests\n",
      "Pulumi Cloud: 4 of 8 checks, 1 failed, 40 requests\n",
      "Pulumi Cloud: 6 of 8 checks, 1 failed, 60 requests\n",
      "Pulumi Cloud: 8 of 8 checks, 1 failed, 80 requests\n",
    ]);
  });

  test("the next suite begins anew", () => {
    const { written, progress } = watch({ isTTY: false });
    for (const label of ["Pulumi Cloud", "Scalr"]) {
      progress.begin(label, 1);
      progress.request(2);
      progress.result(failed);
    }
    expect(written).toEqual([
      "Pulumi Cloud: 1 of 1 check, 1 failed, 2 requests\n",
      "Scalr: 1 of 1 check, 1 failed, 2 requests\n",
    ]);
  });
});

describe("on a terminal", () => {
  test("one line is written over, and taken away in the end", () => {
    const { written, progress, pass } = watch({ isTTY: true, columns: 120 });
    progress.begin("Pulumi Cloud", 2);
    pass(2500);
    progress.request(7);
    pass(100);
    progress.result(failed);
    progress.clear();
    expect(written).toEqual([
      "\r\x1b[2KPulumi Cloud: 0 of 2 checks, 0 failed, 0 requests, 0 s  ",
      "\r\x1b[2KPulumi Cloud: 0 of 2 checks, 0 failed, 7 requests, 2 s  ",
      `\r\x1b[2KPulumi Cloud: 1 of 2 checks, 1 failed, 7 requests, 2 s  ${failed.id}`,
      "\r\x1b[2K",
    ]);
    expect(written.join("")).not.toContain("\n");
  });

  test("it is never longer than the terminal is wide", () => {
    const { written, progress, pass } = watch({ isTTY: true, columns: 30 });
    progress.begin("Pulumi Cloud", 2);
    pass(100);
    progress.result(passed);
    expect(written.map((text) => text.replace("\r\x1b[2K", "").length)).toEqual([29, 29]);
  });

  test("it is not written more often than anybody can read", () => {
    const { written, progress, pass } = watch({ isTTY: true });
    progress.begin("Pulumi Cloud", 1000);
    for (let request = 1; request <= 1000; request += 1) {
      pass(1);
      progress.request(request);
    }
    expect(written.length).toBeGreaterThan(5);
    expect(written.length).toBeLessThan(15);
  });

  test("it comes back at once after it was taken away", () => {
    const { written, progress } = watch({ isTTY: true });
    progress.begin("Pulumi Cloud", 2);
    progress.clear();
    progress.request(1);
    expect(written).toHaveLength(3);
  });

  test("nothing is taken away that is not there", () => {
    const { written, progress } = watch({ isTTY: true });
    progress.clear();
    expect(written).toEqual([]);
  });
});
