import { describe, expect, test } from "vitest";
import type { Violation } from "../../src/contract/finding.ts";
import type { Requirement } from "../../src/requirement.ts";
import { smallCheck } from "../self/small-suite.ts";
import { attribute, nearestRow } from "./attribution.ts";

const row = { section: "s", level: "MUST", source: "page", text: "t" } as const;
const list = "#/paths/~1boxes/get";
const requirements: Readonly<Record<string, Requirement>> = {
  "own.should": { ...row, level: "SHOULD" },
  "own.must": row,
  "list.there": { ...row, contract: [list] },
  "list.success": { ...row, contract: [`${list}/responses/200`] },
  "list.body": { ...row, contract: ["#/elsewhere", `${list}/responses/200/content`] },
  "list.body-too": { ...row, contract: [`${list}/responses/200/content`] },
};

const violationAt = (contract: string, changes: Partial<Violation> = {}): Violation => ({
  place: "body",
  pointer: "",
  expected: "a",
  got: "b",
  level: "MUST",
  contract,
  ...changes,
});

describe("attribute", () => {
  const decides = ["own.should", "own.must"];
  const body = `${list}/responses/200/content/x/schema`;

  test.each([
    { given: "a broken body", violation: violationAt(body), want: "list.body" },
    { given: "a place that no row points to", violation: violationAt("#/components/schemas/Box"), want: "own.must" },
    {
      given: "the same where it is lesser",
      violation: violationAt("#/components/schemas/Box", { level: "SHOULD" }),
      want: "own.should",
    },
    {
      given: "the same where the check has no row of that level",
      violation: violationAt("#/components/schemas/Box", { level: "MAY" }),
      want: "own.should",
    },
    { given: "a wrong refusal", violation: violationAt(body, { place: "status" }), want: "own.must" },
    {
      given: "a wrong refusal, where the check has no row of that level",
      violation: violationAt(body, { place: "status", level: "MAY" }),
      want: "own.should",
    },
    { given: "an operation as a whole", violation: violationAt(list), want: "own.must" },
    { given: "an operation's answers as a whole", violation: violationAt(`${list}/responses`), want: "own.must" },
    { given: "one answer of an operation", violation: violationAt(`${list}/responses/200`), want: "list.success" },
    {
      given: "another success than is documented",
      violation: violationAt(`${list}/responses/200`, { place: "status", got: "202" }),
      want: "list.success",
    },
    {
      given: "a refusal of a valid request",
      violation: violationAt(`${list}/responses/200`, { place: "status", got: "422" }),
      want: "own.must",
    },
    {
      given: "a pointer that only holds one to an operation",
      violation: violationAt("#/x#/paths/~1boxes/get"),
      want: "own.must",
    },
  ])("blames $want for $given", ({ violation, want }) => {
    expect(attribute(requirements, smallCheck({ decides }), violation)).toBe(want);
  });

  test("prefers the check's own row among rows that are as near", () => {
    const check = smallCheck({ decides: ["own.must", "list.body-too"] });
    expect(attribute(requirements, check, violationAt(body))).toBe("list.body-too");
  });

  test("goes by the contract where a check is about every documented answer", () => {
    const check = smallCheck({ id: "pulumi/listBoxes/answers-as-documented", decides });
    expect(attribute(requirements, check, violationAt(body, { place: "status" }))).toBe("list.body");
  });

  test("knows no row where there is none", () => {
    expect(attribute({}, smallCheck({ decides: [] }), violationAt("#/x"))).toBeUndefined();
    expect(attribute({}, smallCheck({ decides: ["gone"] }), violationAt("#/x"))).toBe("gone");
  });
});

describe("nearestRow", () => {
  const rows: Readonly<Record<string, Requirement>> = {
    far: { ...row, contract: ["#/a"] },
    near: { ...row, contract: ["#/a/b"] },
    "near too": { ...row, contract: ["#/a/b"] },
    "far too": { ...row, contract: ["#/a"] },
    whole: { ...row, contract: ["#"] },
    none: row,
  };

  test.each([
    { given: "#/a/b/c", prefers: "", want: "near" },
    { given: "#/a/b", prefers: "", want: "near" },
    { given: "#/a/b/c", prefers: "near too", want: "near too" },
    { given: "#/a/b/c", prefers: "near", want: "near" },
    { given: "#/a/b/c", prefers: "far too", want: "near" },
    { given: "#/a/c", prefers: "", want: "far" },
    { given: "#/a/c", prefers: "far too", want: "far too" },
    { given: "#/b/a", prefers: "", want: undefined },
    { given: "#/x/b", prefers: "", want: undefined },
  ])("leads from $given to $want, preferring $prefers", ({ given, prefers, want }) => {
    expect(nearestRow(rows, given, (id) => id === prefers)).toBe(want);
  });

  test("keeps the first of several that are preferred", () => {
    expect(nearestRow(rows, "#/a/b", () => true)).toBe("near");
  });
});
