import { expect, test } from "vitest";
import { checkOf } from "../../src/report/sample-checks.ts";
import { whyEnded } from "./why-ended.ts";

const busy = checkOf({ id: "pulumi/getAgentPool/a", verdict: "inconclusive", reason: "getAgentPool was answered 503" });
const overtime = Object.assign(new Error("the run took longer than a minute"), { name: "RunEnded" });

test.each([
  { given: {}, want: undefined },
  { given: { maxRequests: 40, requestsLeft: 0 }, want: undefined },
  {
    given: { maxRequests: 40, requestsLeft: -1, givenUpAfter: busy },
    want: "the 40 requests allowed are used up; --max-requests N allows more",
  },
  { given: { signal: AbortSignal.abort(overtime), requestsLeft: -1 }, want: "the run took longer than a minute" },
  { given: { signal: AbortSignal.abort() }, want: "the run was interrupted" },
  { given: { signal: new AbortController().signal }, want: undefined },
  {
    given: { givenUpAfter: busy },
    want: "3 checks in a row came to no verdict, the last one as getAgentPool was answered 503; run again when the server answers, or slower with --rate N",
  },
])("the reason is $want", ({ given, want }) => {
  expect(whyEnded(given)).toBe(want);
});
