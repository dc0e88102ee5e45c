import { expect, test } from "vitest";
import { duration, moment, quantity } from "./quantity.ts";

test.each([
  { given: quantity(1, "check"), want: "1 check" },
  { given: quantity(5000, "check"), want: "5,000 checks" },
  { given: quantity(0, "check was", "checks were"), want: "0 checks were" },
  { given: duration(7.6), want: "8 ms" },
  { given: duration(1837), want: "1.8 s" },
  { given: duration(200_400), want: "3 min 20 s" },
  { given: duration(119_900), want: "2 min 0 s" },
  { given: moment("2026-11-24T09:03:00.250Z"), want: "24 Nov 2026, 09:03 UTC" },
  { given: moment("yesterday"), want: "yesterday" },
])("says $want", ({ given, want }) => {
  expect(given).toBe(want);
});
