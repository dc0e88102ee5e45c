import { describe, expect, test } from "vitest";
import type { Violation } from "../../src/contract/finding.ts";
import {
  boxesPointer,
  createScript,
  createSmallRun,
  createSmallSuite,
  exchangeOf,
  smallCheck,
} from "../self/small-suite.ts";
import type { Check } from "./check.ts";
import type { CheckContext } from "./context.ts";
import { NoAnswer } from "./no-answer.ts";
import { outcomeOf, readingsTaken, resultOf } from "./outcome.ts";
import { Undecided } from "./undecided.ts";

const broken: Violation = {
  place: "body",
  pointer: "/boxes",
  expected: "array",
  got: "number 1",
  level: "MUST",
  contract: `${boxesPointer}/get/responses/200/content/application~1json/schema`,
};
const lesser: Violation = { ...broken, pointer: "/note", level: "SHOULD" };

async function outcomeOfRun(run: Check["run"], without: readonly string[] = []) {
  const { context, suite, session } = createSmallRun(createScript().fetch, { target: { without } });
  return (await outcomeOf(smallCheck({ run }), context, suite, session.target)).result;
}

const reporting =
  (violations: readonly Violation[], end?: Error): Check["run"] =>
  async (context: CheckContext) => {
    for (const violation of violations) context.report(violation);
    if (end) throw end;
  };

describe("the verdict of a check", () => {
  const undecided = new Undecided("unverified", "no boxes");

  test.each([
    { given: "nothing was found", run: reporting([]), verdict: "pass", reason: "" },
    {
      given: "something that binds was found",
      run: reporting([broken]),
      verdict: "fail",
      reason: "body /boxes: expected array, got number 1",
    },
    {
      given: "something lesser was found",
      run: reporting([lesser]),
      verdict: "warn",
      reason: "body /note: expected array, got number 1",
    },
    {
      given: "something that binds was found after something lesser",
      run: reporting([lesser, broken]),
      verdict: "fail",
      reason: "body /boxes: expected array, got number 1",
    },
    { given: "it had to end", run: reporting([], undecided), verdict: "unverified", reason: "no boxes" },
    {
      given: "it had to end with lesser findings",
      run: reporting([lesser], undecided),
      verdict: "unverified",
      reason: "no boxes",
    },
    {
      given: "it had to end after something that binds",
      run: reporting([broken], undecided),
      verdict: "fail",
      reason: "body /boxes: expected array, got number 1",
    },
    {
      given: "it rained",
      run: reporting([], new Undecided("inconclusive", "rain")),
      verdict: "inconclusive",
      reason: "rain",
    },
    {
      given: "there was no answer, which was reported",
      run: reporting([broken], new NoAnswer("silence")),
      verdict: "fail",
      reason: "body /boxes: expected array, got number 1",
    },
    {
      given: "it broke down",
      run: reporting([], new RangeError("canary-token is too long")),
      verdict: "error",
      reason: "RangeError: $POOLPROOF_TOKEN is too long",
    },
    {
      given: "it broke down after it had found something",
      run: reporting([broken], new RangeError("too long")),
      verdict: "error",
      reason: "RangeError: too long",
    },
    {
      given: "it had to end for a reason that holds the token",
      run: reporting([], new Undecided("unverified", "no canary-token")),
      verdict: "unverified",
      reason: "no $POOLPROOF_TOKEN",
    },
  ] as const)("is $verdict where $given", async ({ run, verdict, reason }) => {
    expect(await outcomeOfRun(run)).toMatchObject({ id: "pulumi/listBoxes/lists-boxes", verdict, reason });
  });

  test("keeps the findings, the lesser ones of a question left open too", async () => {
    expect((await outcomeOfRun(reporting([lesser, broken]))).findings).toHaveLength(2);
    expect((await outcomeOfRun(reporting([lesser], undecided))).findings).toMatchObject([{ pointer: "/note" }]);
  });
});

describe("what a target is declared to be without", () => {
  const lacking = (lacks?: string) => reporting([], new Undecided("unverified", "none", { ...(lacks && { lacks }) }));

  test.each([
    { lacks: "busyAgent", without: ["busyAgent"], verdict: "skipped", word: "busyAgent" },
    { lacks: "busyAgent", without: ["boxes", "agents"], verdict: "skipped", word: "agents" },
    { lacks: "busyAgent", without: ["boxes"], verdict: "unverified", word: undefined },
    { lacks: "otherAgent", without: ["agents"], verdict: "unverified", word: undefined },
    { lacks: "busyAgent", without: [], verdict: "unverified", word: undefined },
    { lacks: undefined, without: ["agents"], verdict: "unverified", word: undefined },
  ] as const)(
    "makes a check $verdict that lacks $lacks, without $without",
    async ({ lacks, without, verdict, word }) => {
      const reason = word === undefined ? "none" : `the target is declared to be without ${word}`;
      expect(await outcomeOfRun(lacking(lacks), without)).toMatchObject({ verdict, reason, findings: [] });
    },
  );
});

describe("what a check that passed would have looked at", () => {
  test.each([
    { given: ["busyAgent", "otherToken", "busyAgent"], without: [], want: ["busyAgent", "otherToken"] },
    { given: ["busyAgent", "otherToken"], without: ["agents"], want: ["otherToken"] },
    { given: ["busyAgent"], without: ["busyAgent"], want: undefined },
    { given: [], without: [], want: undefined },
  ] as const)("is $want where it wants $given, without $without", async ({ given, without, want }) => {
    const result = await outcomeOfRun(async (context) => context.wants(...given), without);
    expect(result).toMatchObject({ verdict: "pass", reason: "" });
    expect(result.wants).toEqual(want);
  });
});

describe("a finding as it is reported", () => {
  test("names the row that it breaks, and the command that shows it", async () => {
    const suite = createSmallSuite();
    const { findings } = await outcomeOfRun(async (context) => {
      context.report(broken, exchangeOf(suite, "listBoxes"));
    });
    expect(findings).toEqual([
      {
        requirement: "list-boxes.members",
        section: "Boxes",
        text: "Boxes are as they are.",
        level: "MUST",
        place: "body",
        pointer: "/boxes",
        expected: "array",
        got: "number 1",
        curl: "curl -i 'http://boxes.test/api/orgs/acme/boxes'",
        sent: "GET /api/orgs/acme/boxes",
      },
    ]);
  });

  test("goes by the row that the check names", async () => {
    const { findings } = await outcomeOfRun(async (context) => {
      context.report(broken, undefined, "create-box.note");
    });
    expect(findings).toMatchObject([{ requirement: "create-box.note", text: "Boxes have notes.", curl: undefined }]);
  });

  test("has no words of a row that there is not", async () => {
    const { findings } = await outcomeOfRun(async (context) => context.report(broken, undefined, "gone"));
    expect(findings).toMatchObject([{ requirement: "gone", section: undefined, text: undefined }]);
  });

  test("belongs to no row where a check decides none", async () => {
    const { context, suite, session } = createSmallRun(createScript().fetch, { suite: { requirements: {} } });
    const check = smallCheck({ decides: [], run: reporting([broken]) });
    const { findings } = (await outcomeOf(check, context, suite, session.target)).result;
    expect(findings).toMatchObject([{ requirement: undefined, section: undefined, text: undefined }]);
  });

  test("shows no token", async () => {
    const { findings } = await outcomeOfRun(
      reporting([{ ...broken, expected: "canary-token", got: "a canary-token" }]),
    );
    expect(findings).toMatchObject([{ expected: "$POOLPROOF_TOKEN", got: "a $POOLPROOF_TOKEN" }]);
  });
});

describe("readingsTaken", () => {
  const ofCheck = smallCheck({ decides: ["list-boxes.members", "remove-box.either"], title: "remove it" });
  const taken = (check: Check, ...judged: CheckContext["judged"]) => {
    const { context, suite } = createSmallRun(createScript().fetch);
    return readingsTaken(check, { ...context, judged }, suite);
  };
  const suite = createSmallSuite();
  const refused = exchangeOf(suite, "removeBox", { status: 404, deserved: "refusal" });
  const two = { ...refused.operation, responses: ["200", "204", "4XX"].map((status) => ({ status })) };

  test("tells the answer that was given first", () => {
    expect(taken(ofCheck, refused, exchangeOf(suite, "removeBox", { status: 409, deserved: "refusal" }))).toEqual([
      { kind: "reading", pointer: "", text: "remove it: answered 404" },
    ]);
  });

  test("tells which of two successes was given", () => {
    const exchange = { ...exchangeOf(suite, "removeBox", { status: 204 }), operation: two as never };
    expect(taken(ofCheck, exchange)).toMatchObject([{ text: "remove it: answered 204" }]);
  });

  test.each([
    { given: "the rows of the check have one sense", check: smallCheck(), judged: [refused] },
    { given: "the check decides a row that there is not", check: smallCheck({ decides: ["gone"] }), judged: [refused] },
    { given: "nothing was judged", check: ofCheck, judged: [] },
    {
      given: "one success only is documented",
      check: ofCheck,
      judged: [exchangeOf(suite, "removeBox", { status: 204 })],
    },
    {
      given: "any answer was welcome",
      check: ofCheck,
      judged: [exchangeOf(suite, "removeBox", { deserved: "either" })],
    },
  ])("tells nothing where $given", ({ check, judged }) => {
    expect(taken(check, ...judged)).toEqual([]);
  });
});

test("a result says what the check is, and finds nothing unless told", () => {
  expect(resultOf(smallCheck(), "skipped", "no boxes")).toEqual({
    id: "pulumi/listBoxes/lists-boxes",
    operation: "listBoxes",
    title: "list boxes",
    level: "MUST",
    requirements: ["list-boxes.members"],
    verdict: "skipped",
    reason: "no boxes",
    findings: [],
  });
});
