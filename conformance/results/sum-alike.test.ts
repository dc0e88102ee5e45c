import { expect, test } from "vitest";
import { sumAlike } from "./sum-alike.ts";

test("makes one of what differs in its count alone, whatever the order of members", () => {
  const given = [
    { a: "1", b: "2", count: 1 },
    { a: "1", b: "3", count: 5 },
    { count: 2, b: "2", a: "1" },
    { a: "1", count: 7 },
  ];
  expect(sumAlike(given)).toEqual([
    { a: "1", b: "2", count: 3 },
    { a: "1", b: "3", count: 5 },
    { a: "1", count: 7 },
  ]);
});
