import { expect, test } from "vitest";
import type { Level, Requirement } from "../../src/requirement.ts";
import { strictestLevel } from "./strictest-level.ts";

const rowOf = (level: Level): Requirement => ({ section: "s", level, source: "page", text: "t" });
const requirements = { must: rowOf("MUST"), should: rowOf("SHOULD"), may: rowOf("MAY") };

test.each([
  { decides: ["may", "should", "must"], want: "MUST" },
  { decides: ["may", "should"], want: "SHOULD" },
  { decides: ["may"], want: "MAY" },
  { decides: ["unknown"], want: "MAY" },
  { decides: [], want: "MAY" },
])("makes a check of $decides as binding as $want", ({ decides, want }) => {
  expect(strictestLevel(requirements, decides)).toBe(want);
});
