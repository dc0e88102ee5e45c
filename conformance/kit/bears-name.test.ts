import { expect, test } from "vitest";
import { bearsName } from "./bears-name.ts";

test.each([
  { name: "poolproof-abc123-x1y2-box", want: true },
  { name: "POOLPROOF-ABC123-X1Y2-BOX", want: true },
  { name: "poolproof_abc123_x1y2_box", want: true },
  { name: "copy of poolproof-abc123-x1y2", want: false },
  { name: "poolproof-abc124-x1y2", want: false },
  { name: "poolproof-abc123", want: false },
  { name: "theirs", want: false },
  { name: "", want: false },
  { name: undefined, want: false },
  { name: 17, want: false },
])("$name bears the name of the run: $want", ({ name, want }) => {
  expect(bearsName(name, "poolproof-abc123-x1y2-")).toBe(want);
});
