import { describe, expect, test } from "vitest";
import type { Conclusion } from "../../conformance/kit/verdict.ts";
import type { Report } from "../../conformance/results/report.ts";
import packageJson from "../../package.json" with { type: "json" };
import { documentOf, staleWaivers } from "./document.ts";
import { sampleDocument } from "./sample-document.ts";

const sample = sampleDocument.runs[3];

function runOf(conclusion: Conclusion, waivers: Report["waivers"] = []): Report {
  if (!sample) throw new Error("the sample document has no run");
  return { ...sample, conclusion, waivers };
}

const waiver = { id: "agentsmesh/", reason: "known", expires: "2027-01-01", checks: [] } as const;

describe("the whole", () => {
  test.each<{ given: Conclusion[]; want: Conclusion; passed: boolean }>([
    { given: ["conforms", "conforms"], want: "conforms", passed: true },
    { given: ["conforms", "incomplete"], want: "incomplete", passed: false },
    { given: ["incomplete", "error"], want: "error", passed: false },
    { given: ["error", "does not conform"], want: "does not conform", passed: false },
    { given: [], want: "incomplete", passed: false },
  ])("of $given is $want", ({ given, want, passed }) => {
    const document = documentOf(given.map((each) => runOf(each)));
    expect(document).toMatchObject({ conclusion: want, passed, poolproof: packageJson.version });
    expect(document.runs).toHaveLength(given.length);
  });

  test.each([
    { state: "used", passed: true },
    { state: "idle", passed: true },
    { state: "stale", passed: false },
    { state: "expired", passed: false },
  ] as const)("has passed with a waiver that is $state: $passed", ({ state, passed }) => {
    const run = runOf("conforms", [{ ...waiver, state }]);
    expect(documentOf([runOf("conforms"), run]).passed).toBe(passed);
    expect(staleWaivers(run)).toHaveLength(passed ? 0 : 1);
  });
});
