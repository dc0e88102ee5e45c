import { expect, test } from "vitest";
import { randomId } from "./random-id.ts";

test("makes ids of lower-case letters and digits, as long as asked for", () => {
  expect(randomId()).toMatch(/^[a-z0-9]{6}$/);
  expect(randomId(40)).toMatch(/^[a-z0-9]{40}$/);
});

test("makes another id each time", () => {
  expect(new Set(Array.from({ length: 100 }, () => randomId(12))).size).toBe(100);
});

test("uses the whole alphabet", () => {
  expect(new Set(randomId(10_000)).size).toBe(36);
});
