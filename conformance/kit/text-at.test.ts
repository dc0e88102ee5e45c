import { expect, test } from "vitest";
import { createScript, createSmallRun, exchangeOf } from "../self/small-suite.ts";
import { textAt } from "./text-at.ts";

const open = (json: unknown) => {
  const { context, suite } = createSmallRun(createScript().fetch);
  return { context, exchange: exchangeOf(suite, "listBoxes", { json }) };
};

test.each([
  { given: "box-1", want: "box-1" },
  { given: 17, want: "17" },
  { given: 0, want: "0" },
])("reads $given as an id", ({ given, want }) => {
  const { context, exchange } = open({ id: given });
  expect(textAt(context, exchange, "/id")).toBe(want);
});

test.each([
  { given: undefined, got: "nothing" },
  { given: null, got: "null" },
  { given: "", got: 'string ""' },
  { given: "..", got: 'string ".."' },
  { given: true, got: "boolean true" },
])("leaves the question open where there is $got", ({ given, got }) => {
  const { context, exchange } = open({ id: given });
  expect(() => textAt(context, exchange, "/id")).toThrow(
    expect.objectContaining({
      verdict: "unverified",
      message: `listBoxes answered ${got} at /id, and not an id`,
      lacks: undefined,
    }),
  );
});

test("tells what a target could be declared to be without", () => {
  const { context, exchange } = open({ boxes: [] });
  expect(() => textAt(context, exchange, "/boxes/0/id", "boxes")).toThrow(
    expect.objectContaining({
      message: "listBoxes answered nothing at /boxes/0/id: make one, or pass --without boxes",
      lacks: "boxes",
    }),
  );
});
