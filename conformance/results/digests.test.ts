import { expect, test } from "vitest";
import { resultOf } from "../kit/outcome.ts";
import { createSmallSuite, smallCheck } from "../self/small-suite.ts";
import { digestBundle, digestChecks, digestSuite } from "./digests.ts";

const check = smallCheck();
const result = resultOf(check, "pass", "");
const { bundle } = createSmallSuite().contract;

test("digests are SHA-256 in hexadecimal", () => {
  const all = [digestChecks([result]), digestBundle(bundle), digestSuite([check])];
  for (const digest of all) expect(digest).toMatch(/^[0-9a-f]{64}$/);
  expect(new Set(all).size).toBe(3);
});

test("the same gives the same, also after it went through JSON", () => {
  expect(digestChecks(JSON.parse(JSON.stringify([result])))).toBe(digestChecks([result]));
  expect(digestBundle(structuredClone(bundle))).toBe(digestBundle(bundle));
  expect(digestSuite([smallCheck()])).toBe(digestSuite([check]));
});

test.each([
  { given: "a verdict", other: [{ ...result, verdict: "fail" as const }] },
  { given: "a reason", other: [{ ...result, reason: "because" }] },
  { given: "one more check", other: [result, result] },
  { given: "no check", other: [] },
])("results differ by $given", ({ other }) => {
  expect(digestChecks(other)).not.toBe(digestChecks([result]));
});

test.each([
  { given: "id", other: smallCheck({ id: "pulumi/listBoxes/other" }) },
  { given: "level", other: smallCheck({ level: "SHOULD" }) },
  { given: "requirements", other: smallCheck({ decides: [] }) },
])("suites differ by the $given of a check, and not by its code", ({ other }) => {
  expect(digestSuite([other])).not.toBe(digestSuite([check]));
  expect(digestSuite([smallCheck({ run: async () => undefined })])).toBe(digestSuite([check]));
});

test("bundles differ by what they say", () => {
  expect(digestBundle({ ...bundle, info: { ...bundle.info, title: "Other" } })).not.toBe(digestBundle(bundle));
});
