import { expect, test } from "vitest";
import { Stranger } from "./stranger.ts";
import { Undecided } from "./undecided.ts";

test("tells the verdict, the reason, its cause and what was missing", () => {
  const cause = new Error("why");
  const end = new Undecided("skipped", "no boxes", { cause, lacks: "boxes" });
  expect(end).toMatchObject({ name: "Undecided", verdict: "skipped", message: "no boxes", cause, lacks: "boxes" });
  expect(new Undecided("inconclusive", "rain").lacks).toBeUndefined();
});

test("a stranger leaves the question open, and has a name", () => {
  const stranger = new Stranger("not ours", "theirs");
  expect(stranger).toBeInstanceOf(Undecided);
  expect(stranger).toMatchObject({ verdict: "unverified", message: "not ours", strangersName: "theirs" });
});
