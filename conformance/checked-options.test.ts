import { expect, test } from "vitest";
import { checkedOptions } from "./checked-options.ts";
import type { ConformanceOptions } from "./run-conformance.ts";

const target = { api: "agentsmesh", url: "http://agentsmesh.test", token: "fake-token" } as const;

test("takes ids of fixtures as numbers too, and hands them on as text", () => {
  const fixtures = { runner: 3, otherRunner: ["4", 5] } as unknown as NonNullable<ConformanceOptions["fixtures"]>;
  expect(checkedOptions({ ...target, fixtures }).fixtures).toEqual({ runner: ["3"], otherRunner: ["4", "5"] });
});

test("leaves the rest as it is", () => {
  const options = { ...target, only: ["agentsmesh/getRunner/"], without: ["pods"], strict: true };
  expect(checkedOptions(options)).toEqual(options);
});

test.each<{ given: Record<string, unknown>; says: string }>([
  { given: { api: "agentmesh" }, says: 'There is no API "agentmesh"; did you mean "agentsmesh"?' },
  { given: { withot: ["pods"] }, says: 'There is no option "withot"; did you mean "without"?' },
  { given: { without: ["pod"] }, says: 'cannot be without "pod"; did you mean "pods"?' },
  { given: { without: "pods" }, says: "The option without is no list of words." },
  { given: { only: "agentsmesh/" }, says: "The option only is no list of words." },
  { given: { fixtures: { runer: "1" } }, says: 'no fixture "runer" for agentsmesh; did you mean "runner"?' },
  { given: { fixtures: { runner: [""] } }, says: 'The fixture runner: "" is no id of agentsmesh.' },
  { given: { fetch: "http://x" }, says: "The option fetch is no function." },
  { given: { fetch: () => {}, url: undefined }, says: "The option fetch needs the url" },
  { given: { token: undefined }, says: "The option token is missing" },
  { given: { profile: "read_only" }, says: 'There is no profile "read_only"; did you mean "read-only"?' },
])("refuses $given: $says", ({ given, says }) => {
  expect(() => checkedOptions({ ...target, ...given } as ConformanceOptions)).toThrow(says);
});
