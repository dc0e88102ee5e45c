import { describe, expect, it } from "vitest";
import { otherCase } from "./stray-ids.ts";

const rows = [
  { given: "apool-tk4m", want: "APOOL-TK4M" },
  { given: "apool-Tk4M", want: "apool-tk4m" },
  { given: "0f8fad5b-d9cb-469f-a165-70867728950e", want: undefined },
  { given: "01J9ZQ7K3VXN", want: undefined },
  { given: "mzxw6ytb", want: undefined },
  { given: "4711", want: undefined },
] as const;

describe("otherCase", () => {
  it.each(rows)("makes $want of $given", ({ given, want }) => {
    expect(otherCase(given)).toBe(want);
  });
});
