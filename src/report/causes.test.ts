import { describe, expect, test } from "vitest";
import type { ReportedFinding } from "../../conformance/results/report.ts";
import { alikeFindings, causesOf } from "./causes.ts";
import { checkOf } from "./sample-checks.ts";

const finding: ReportedFinding = {
  requirement: "agent.status",
  section: "List Agents",
  text: "Tells the status of an agent as a string.",
  level: "MUST",
  place: "body",
  pointer: "/data/0/status",
  expected: "string",
  got: "null",
  curl: undefined,
};
const refusal: ReportedFinding = { ...finding, place: "status", pointer: "", expected: "a refusal (4xx)", got: "200" };

describe("of one check", () => {
  test.each<{ title: string; given: ReportedFinding; other: Partial<ReportedFinding>; want: number[] }>([
    {
      title: "what is wrong with many items is told once",
      given: finding,
      other: { pointer: "/data/17/status", got: "number 1" },
      want: [2],
    },
    { title: "what is wrong with many answers is told once", given: finding, other: { exchange: 3 }, want: [2] },
    {
      title: "names that the check made up are no difference",
      given: { ...finding, expected: 'string "poolproof-ab1cd-ef2g"' },
      other: { expected: 'string "poolproof-zz9yy-xx8w"' },
      want: [2],
    },
    { title: "members are kept apart", given: finding, other: { pointer: "/data/0/name" }, want: [1, 1] },
    { title: "requirements are kept apart", given: finding, other: { requirement: "agent.name" }, want: [1, 1] },
    { title: "levels are kept apart", given: finding, other: { level: "SHOULD" }, want: [1, 1] },
    { title: "expectations are kept apart", given: finding, other: { expected: "number" }, want: [1, 1] },
    { title: "statuses are kept apart", given: refusal, other: { got: '500 ({"error":"oh"})' }, want: [1, 1] },
  ])("$title", ({ given, other, want }) => {
    const groups = alikeFindings([given, { ...given, ...other }]);
    expect(groups.map(({ count }) => count)).toEqual(want);
    expect(groups[0]?.finding).toBe(given);
  });
});

describe("of several checks", () => {
  const checkWith = (name: string, given: ReportedFinding, verdict: "fail" | "warn" | "waived" = "fail") =>
    checkOf({ id: `terraform/listAgents/${name}`, verdict, findings: [given] });
  const name = (check: { readonly id: string } | undefined) => check?.id.split("/")[2];

  test("the first tells a cause in full and names the others, which refer to it", () => {
    const checks = ["a", "b", "c"].map((each, index) =>
      checkWith(each, { ...finding, got: `string "poolproof-${index}"` }),
    );
    const told = checks.map((check) => causesOf(checks).get(check)?.[0]);
    expect(told.map((cause) => name(cause?.toldBy))).toEqual([undefined, "a", "a"]);
    expect(told.map((cause) => cause?.others.map(name))).toEqual([["b", "c"], [], []]);
  });

  test("what failed tells it rather than what is waived or only a warning", () => {
    const checks = [
      checkWith("waived", finding, "waived"),
      checkWith("warned", finding, "warn"),
      checkWith("failed", finding),
    ];
    const causes = causesOf(checks);
    expect(checks.map((check) => name(causes.get(check)?.[0]?.toldBy))).toEqual(["failed", "failed", undefined]);
  });

  test.each<{ title: string; other: Partial<ReportedFinding>; isShared: boolean }>([
    { title: "the same wrong request", other: {}, isShared: true },
    {
      title: "another twin of the same wrong request",
      other: { difference: ['header Authorization: none instead of "Bearer other"'] },
      isShared: true,
    },
    {
      title: "another wrong request",
      other: { difference: ['header Accept: none instead of "*/*"'] },
      isShared: false,
    },
    { title: "another status", other: { got: "500" }, isShared: false },
  ])("$title is one cause: $isShared", ({ other, isShared }) => {
    const given = { ...refusal, difference: ['header Authorization: none instead of "Bearer fake"'] };
    const checks = [checkWith("a", given), checkWith("b", { ...given, ...other })] as const;
    expect(causesOf(checks).get(checks[1])?.[0]?.toldBy).toBe(isShared ? checks[0] : undefined);
  });

  test("a check with one cause in two findings tells it once, and does not name itself", () => {
    const check = checkOf({
      id: "terraform/listAgents/a",
      verdict: "fail",
      findings: [finding, { ...finding, requirement: "agent.name" }, finding],
    });
    expect(causesOf([check]).get(check)).toEqual([{ finding, count: 3, others: [] }]);
  });

  test("what is no MUST is told by a check that warns of it rather than by one that fails", () => {
    const should = { ...finding, level: "SHOULD" } as const;
    const checks = [checkWith("failed", should), checkWith("warned", should, "warn")];
    expect(checks.map((check) => name(causesOf(checks).get(check)?.[0]?.toldBy))).toEqual(["warned", undefined]);
  });

  const missing = { ...finding, pointer: "/data/0", expected: 'a member "name"', got: "object with id" };
  const unread = { ...refusal, expected: "200", got: '500 ({"error":"oh"})', sent: "GET /agents/agent-1" };
  const token = (got: string) => ({
    ...refusal,
    got,
    difference: ['header Authorization: "Bearer poolproof-no-token" instead of "Bearer $POOLPROOF_TOKEN"'],
  });
  test.each<{ title: string; given: ReportedFinding; other: Partial<ReportedFinding>; isShared: boolean }>([
    {
      title: "a member wrong in a list and in a single answer",
      given: finding,
      other: { pointer: "/data/status" },
      isShared: true,
    },
    {
      title: "a missing member, whatever else the object has",
      given: missing,
      other: { pointer: "/data", got: "object with id, links" },
      isShared: true,
    },
    { title: "two missing members", given: missing, other: { expected: 'a member "id"' }, isShared: false },
    {
      title: "one wrong body after different requests",
      given: { ...missing, difference: ["query limit: 5 instead of none"] },
      other: { difference: ["body: an empty one instead of {}"] },
      isShared: true,
    },
    {
      title: "one wrong status, explained or not",
      given: { ...refusal, expected: "412", got: "422" },
      other: { expected: "412 as the agent agent-1 is busy" },
      isShared: true,
    },
    {
      title: "a wrong token that is taken, whatever the operation answers",
      given: token("200"),
      other: { requirement: "delete.token", text: "Refuses to delete without a token.", got: "204" },
      isShared: true,
    },
    {
      title: "no token and a wrong one",
      given: token("200"),
      other: { difference: ['header Authorization: none instead of "Bearer $POOLPROOF_TOKEN"'] },
      isShared: false,
    },
    {
      title: "a server error, whatever requirement it was met for",
      given: unread,
      other: { requirement: "show.links", text: "Links to itself." },
      isShared: true,
    },
    { title: "two server errors", given: unread, other: { got: '500 ({"error":"ah"})' }, isShared: false },
  ])("$title is one cause: $isShared", ({ given, other, isShared }) => {
    const checks = [checkWith("a", given), checkWith("b", { ...given, ...other })] as const;
    expect(causesOf(checks).get(checks[1])?.[0]?.toldBy).toBe(isShared ? checks[0] : undefined);
  });

  const shown = { ...finding, requirement: "show.agrees", text: "Agrees.", pointer: "/data/name" };
  test.each<{ title: string; given: ReportedFinding; other: ReportedFinding; isShared: boolean }>([
    {
      title: "that a missing member has no value",
      given: { ...missing, pointer: "/data", sent: "GET /agents/agent-1" },
      other: { ...shown, expected: 'string "a"', got: "nothing", sent: "GET /agents/agent-2" },
      isShared: true,
    },
    {
      title: "that one of the wrong type has no right value",
      given: { ...shown, requirement: "name", text: "Is a number.", expected: "integer", sent: "GET /agents/agent-1" },
      other: { ...shown, expected: "number 7, as before", got: 'string "7"', sent: "GET /agents/agent-2" },
      isShared: true,
    },
    {
      title: "that one of the right type has a wrong value",
      given: { ...shown, requirement: "name", text: "Is a number.", expected: "integer", sent: "GET /agents/agent-1" },
      other: { ...shown, expected: "number 7, as before", got: "number 8", sent: "GET /agents/agent-2" },
      isShared: false,
    },
    {
      title: "that a member is missing in answers to another request",
      given: { ...missing, pointer: "/data", sent: "GET /agents/agent-1" },
      other: { ...shown, expected: 'string "a"', got: "nothing", sent: "GET /pools/pool-2" },
      isShared: false,
    },
  ])("$title is no cause of its own: $isShared", ({ given, other, isShared }) => {
    const checks = [checkWith("a", given), checkWith("b", other)] as const;
    expect(causesOf(checks).get(checks[1])?.[0]?.toldBy).toBe(isShared ? checks[0] : undefined);
  });
});
