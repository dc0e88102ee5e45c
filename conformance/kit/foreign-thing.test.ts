import { describe, expect, test } from "vitest";
import { createScript, createSmallRun, reply, type ScriptedAnswer } from "../self/small-suite.ts";
import { endIfShown, type ForeignThing, seenByOwner } from "./foreign-thing.ts";
import type { Target } from "./target.ts";

const thing: ForeignThing = {
  fixture: "busyAgent",
  id: "box-9",
  operationId: "showBox",
  ask: { path: { organization: "acme", box: "box-9" } },
};
const shown = reply(200, { id: "box-9", name: "nine" });
const refused = reply(404, { message: "no" });

function open(answers: readonly ScriptedAnswer[], target: Partial<Target> = { otherToken: "other-token" }) {
  const { fetch, requests } = createScript(...answers);
  return { ...createSmallRun(fetch, { target }), requests };
}

describe("a foreign thing", () => {
  test("is seen by its own user, under that user's token", async () => {
    const { context, requests } = open([shown]);
    expect((await seenByOwner(context, thing))?.json).toEqual({ id: "box-9", name: "nine" });
    expect(requests.map(({ headers }) => headers.get("Authorization"))).toEqual(["token other-token"]);
    expect([...context.wanted]).toEqual([]);
  });

  test("is taken at its word without such a user, who is wanted", async () => {
    const { context, requests } = open([shown], {});
    expect(await seenByOwner(context, thing)).toBeUndefined();
    expect(requests).toEqual([]);
    expect([...context.wanted]).toEqual(["otherToken"]);
  });

  test("proves nothing if that user is not shown it either", async () => {
    const { context } = open([refused, reply(200, { boxes: [] })]);
    await expect(seenByOwner(context, thing)).rejects.toMatchObject({
      verdict: "unverified",
      lacks: "busyAgent",
      message:
        "busyAgent=box-9 is refused to the token in POOLPROOF_OTHER_TOKEN too (404), so nothing shows that it is there: name one that this user may see",
    });
  });

  test("is not called wrong where it is the token that is", async () => {
    const { context } = open([reply(401, { message: "no" })]);
    await expect(seenByOwner(context, thing)).rejects.toMatchObject({ verdict: "unverified", lacks: "otherToken" });
  });

  test("is left alone where our own token is shown it", async () => {
    const { context } = open([shown]);
    await expect(endIfShown(context, thing)).rejects.toMatchObject({ verdict: "unverified", lacks: "busyAgent" });
  });

  test("may be tried where our own token is not", async () => {
    await expect(endIfShown(open([refused]).context, thing)).resolves.toBeUndefined();
  });
});
