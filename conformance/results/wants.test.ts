import { describe, expect, test } from "vitest";
import { checkOf } from "../../src/report/sample-checks.ts";
import { mergeWants, wantsOf } from "./wants.ts";

const fixtures = ["busyAgent", "otherOrganization"];
const id = "terraform/showAgent/answers-as-documented";
const unverified = (lacks: string) => checkOf({ id, verdict: "unverified", lacks });

describe("what is wanted", () => {
  test.each([
    { given: "busyAgent", want: "--fixture busyAgent=ID" },
    { given: "otherOrganization", want: "--fixture otherOrganization=NAME" },
    { given: "otherToken", want: "POOLPROOF_OTHER_TOKEN" },
    { given: "limitedToken", want: "POOLPROOF_LIMITED_TOKEN" },
    { given: "agents", want: "agents on the server" },
  ])("is, for $given, $want", ({ given, want }) => {
    expect(wantsOf([unverified(given)], fixtures)).toEqual([{ name: given, remedy: want, checks: 1, inPart: 0 }]);
  });

  test("is named by the target's own variables", () => {
    const variables = { token: "A", otherToken: "B", limitedToken: "C" };
    expect(wantsOf([unverified("otherToken")], fixtures, variables)).toMatchObject([{ remedy: "B" }]);
  });

  test("is named once, with the checks that it leaves open and those that it narrows", () => {
    const wants = wantsOf(
      [
        checkOf({ id, verdict: "pass", wants: ["otherOrganization", "busyAgent"] }),
        unverified("busyAgent"),
        checkOf({ id, verdict: "skipped", lacks: "busyAgent" }),
        unverified("agents"),
        checkOf({ id, verdict: "unverified" }),
      ],
      fixtures,
    );
    expect(wants.map(({ name, checks, inPart }) => [name, checks, inPart])).toEqual([
      ["busyAgent", 2, 1],
      ["agents", 1, 0],
      ["otherOrganization", 0, 1],
    ]);
  });
});

test("wants of several reports are counted anew, under the remedies that they had", () => {
  const [own] = wantsOf([unverified("busyAgent")], fixtures);
  if (!own) throw new Error("nothing is wanted");
  expect(mergeWants([own, own], [unverified("busyAgent"), unverified("busyAgent"), unverified("other")])).toEqual([
    { ...own, checks: 2 },
    { name: "other", remedy: "other", checks: 1, inPart: 0 },
  ]);
});
