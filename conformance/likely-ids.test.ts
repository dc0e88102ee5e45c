import { expect, test } from "vitest";
import { likelyIds } from "./likely-ids.ts";

const ids = [
  "agentsmesh/listRunners/answers-as-documented",
  "agentsmesh/listRunners/refuses-bad-key",
  "agentsmesh/listRunnerPods/answers-as-documented",
  "agentsmesh/getRunner/answers-as-documented",
  "agentsmesh/getRunner/refuses-unknown-id",
];

test.each([
  { given: "agentsmesh/listRunner/", want: ["agentsmesh/listRunners/"] },
  { given: "agentsmesh/listrunners/", want: ["agentsmesh/listRunners/"] },
  { given: "agentmesh", want: ["agentsmesh/"] },
  { given: "agentsmesh/getRunner/refuses-unknow-ids", want: ["agentsmesh/getRunner/refuses-unknown-id"] },
  { given: "getRunner/refuses", want: ["agentsmesh/getRunner/refuses-unknown-id"] },
  { given: "refuses-bad-key", want: ["agentsmesh/listRunners/refuses-bad-key"] },
  {
    given: "answers-as-documented",
    want: [
      "agentsmesh/listRunners/answers-as-documented",
      "agentsmesh/listRunnerPods/answers-as-documented",
      "agentsmesh/getRunner/answers-as-documented",
    ],
  },
  { given: "something/else/entirely", want: [] },
])("$given was to be $want", ({ given, want }) => {
  expect(likelyIds(given, ids)).toEqual(want);
});
