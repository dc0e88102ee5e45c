import { expect, test } from "vitest";
import { createStock } from "./stock.ts";

test("gives each id to one taker only, and remembers it", () => {
  const stock = createStock({ agent: ["a", "b"] }, true);
  expect([stock.take("agent"), stock.take("agent"), stock.take("agent")]).toEqual(["a", "b", undefined]);
  expect(stock.ids("agent")).toEqual([]);
  expect(stock.taken("agent")).toEqual(["a", "b"]);
});

test("uses nothing up where nothing that is done stays done", () => {
  const stock = createStock({ agent: ["a", "b"] }, false);
  expect([stock.take("agent"), stock.take("agent")]).toEqual(["a", "a"]);
  expect(stock.ids("agent")).toEqual(["a", "b"]);
});

test("has nothing of what was not given", () => {
  for (const hasState of [true, false]) {
    const stock = createStock({}, hasState);
    expect([stock.take("agent"), stock.ids("agent"), stock.taken("agent")]).toEqual([undefined, [], []]);
  }
});

test("remembers what was absent", () => {
  const stock = createStock({ agent: ["a", "b"] }, true);
  stock.noteAbsent("a");
  expect(["a", "b"].map(stock.wasAbsent)).toEqual([true, false]);
});
