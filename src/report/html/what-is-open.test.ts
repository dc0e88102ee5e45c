import { expect, test } from "vitest";
import type { Report } from "../../../conformance/results/report.ts";
import { documentOf } from "../document.ts";
import { checkOf } from "../sample-checks.ts";
import { sampleDocument } from "../sample-document.ts";
import { nameRuns } from "./run-names.ts";
import { whatIsOpen } from "./what-is-open.ts";

const [sample] = sampleDocument.runs as [Report];
const partOf = (reasons: readonly string[]) => {
  const checks = reasons.map((reason, index) =>
    checkOf({ id: `terraform/listAgents/c${index}`, verdict: "unverified", reason }),
  );
  return whatIsOpen(nameRuns(documentOf([{ ...sample, checks }])))?.toString();
};

test("tells each reason once, with the checks that it leaves open", () => {
  const part = partOf(["<i>a</i>", "b", "b"]) ?? "";
  expect(part.match(/<li>.*/g)).toEqual([
    '<li>b<span class="soft">2 checks: listAgents/c1, c2</span></li>',
    '<li>&lt;i&gt;a&lt;/i&gt;<span class="soft">1 check: listAgents/c0</span></li>',
  ]);
});

test("is not there where all was decided", () => {
  expect(partOf([])).toBeUndefined();
});

test("shows no more than can be read at a glance", () => {
  const part = partOf(Array.from({ length: 11 }, (_, index) => `reason ${index}`)) ?? "";
  expect(part.match(/<li>/g)).toHaveLength(8);
  expect(part).toContain("and for 3 more reasons, see below");
});
