import { expect, test } from "vitest";
import { waitFor } from "./weather.ts";

const now = Date.parse("2026-01-01T00:00:00Z");

test.each([
  { given: "seconds", header: "2", want: 2000 },
  { given: "a date", header: "Thu, 01 Jan 2026 00:00:03 GMT", want: 3000 },
  { given: "a date that has passed", header: "Thu, 01 Jan 2015 00:00:00 GMT", want: 0 },
  { given: "an absurd time", header: "86400", want: 10_000 },
  { given: "nonsense", header: "soon", want: 400 },
  { given: "nothing", header: undefined, want: 400 },
])("waits as Retry-After says, given $given", ({ header, want }) => {
  const headers = new Headers(header === undefined ? {} : { "retry-after": header });
  expect(waitFor({ headers }, 1, now)).toBe(want);
});

test("waits longer each time where it is not told", () => {
  const headers = new Headers();
  expect([1, 2, 3].map((attempt) => waitFor({ headers }, attempt, now))).toEqual([400, 800, 1600]);
});
