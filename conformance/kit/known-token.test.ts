import { describe, expect, test } from "vitest";
import { breakOff, createScript, createSmallRun, reply, type ScriptedAnswer } from "../self/small-suite.ts";
import { madeUpToken } from "./known-token.ts";
import type { Suite } from "./suite.ts";
import type { Target } from "./target.ts";

const boxes = reply(200, { boxes: [] });
const absent = "no token of another was given";

/** What becomes of a target's further token against some answers; each read is asked with it first, then with a made-up one. */
function tell(answers: readonly ScriptedAnswer[], suite: Partial<Suite> = {}, target: Partial<Target> = {}) {
  const { fetch, asked, requests } = createScript(...answers);
  const { context } = createSmallRun(fetch, { suite, target: { otherToken: "other-token", ...target } });
  return { told: context.knownToken("otherToken", absent), asked, requests };
}

describe("a further token", () => {
  test.each([
    { given: "is allowed the probe", answers: [boxes], asks: 1 },
    { given: "is refused it otherwise than a made-up one", answers: [reply(403), reply(401)], asks: 2 },
    { given: "is hidden it, where a made-up one is told of itself", answers: [reply(404), reply(401)], asks: 2 },
  ])("is known that $given", async ({ answers, asks }) => {
    const { told, requests } = tell(answers);
    expect(await told).toBe("other-token");
    expect(requests.map(({ headers }) => headers.get("Authorization"))).toEqual(
      ["token other-token", `token ${madeUpToken}`].slice(0, asks),
    );
  });

  test("is known by a further read that it is allowed", async () => {
    const tokenProbes = () => [{ operationId: "listBoxes", ask: { path: { organization: "theirs" } } }];
    const { told, asked } = tell([reply(404), reply(404), boxes], { tokenProbes });
    expect(await told).toBe("other-token");
    expect(asked).toEqual(["GET acme/boxes", "GET acme/boxes", "GET theirs/boxes"]);
  });

  test.each([401, 403, 404])("is not known that is answered %i as a made-up one is", async (status) => {
    await expect(tell([reply(status)]).told).rejects.toMatchObject({
      verdict: "unverified",
      lacks: "otherToken",
      message: `the token in POOLPROOF_OTHER_TOKEN cannot be told from a made-up one: GET /api/orgs/acme/boxes is answered ${status} for both; put a valid one there, or unset it`,
    });
  });

  test("is named by the variable that it comes from", async () => {
    const tokenVariables = { token: "A", otherToken: "B_TOKEN", limitedToken: "C" };
    await expect(tell([reply(401)], {}, { tokenVariables }).told).rejects.toThrow(
      "the token in B_TOKEN cannot be told from a made-up one",
    );
  });

  test.each([
    { given: "weather", answer: reply(503), says: "looking with listBoxes was answered 503" },
    { given: "no answer", answer: breakOff, says: "looking with listBoxes got no answer" },
  ])("stays open under $given", async ({ answer, says }) => {
    const { told } = tell([answer]);
    await expect(told).rejects.toMatchObject({ verdict: "inconclusive", message: expect.stringContaining(says) });
  });
});

test("without a further token the check is skipped, and nothing is asked", async () => {
  const { fetch, asked } = createScript(boxes);
  const { context } = createSmallRun(fetch);
  await expect(context.knownToken("limitedToken", absent)).rejects.toMatchObject({
    verdict: "skipped",
    lacks: "limitedToken",
    message: `${absent}: set POOLPROOF_LIMITED_TOKEN`,
  });
  expect(asked).toEqual([]);
});
