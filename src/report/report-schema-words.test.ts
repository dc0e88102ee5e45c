import { expect, test } from "vitest";
import type { Coverage } from "../../conformance/coverage/coverage.ts";
import type { Drift } from "../../conformance/coverage/drift.ts";
import { profiles } from "../../conformance/kit/capability.ts";
import type { ExchangeRole } from "../../conformance/kit/recorded-exchange.ts";
import { exitCodes, verdicts } from "../../conformance/kit/verdict.ts";
import type { Report } from "../../conformance/results/report.ts";
import type { AppliedWaiver } from "../../conformance/results/waiver.ts";
import { apiIds } from "../apis/index.ts";
import type { ClientErrorKind } from "../client/client-error.ts";
import type { Observation, Place } from "../contract/finding.ts";
import type { Deserved } from "../contract/judge-response.ts";
import type { Level } from "../requirement.ts";
import schema from "./report.schema.json" with { type: "json" };

const { $defs } = schema;

const rows: readonly { name: string; given: readonly string[]; want: readonly string[] }[] = [
  { name: "API ids", given: $defs.run.properties.api.enum, want: apiIds },
  { name: "verdicts", given: $defs.check.properties.verdict.enum, want: verdicts },
  { name: "counts", given: Object.keys($defs.counts.properties), want: verdicts },
  { name: "counts that must be there", given: $defs.counts.required, want: verdicts },
  { name: "conclusions", given: $defs.conclusion.enum, want: Object.keys(exitCodes) },
  { name: "profiles", given: $defs.target.properties.profile.enum, want: Object.keys(profiles) },
  {
    name: "tokens",
    given: $defs.target.properties.tokens.items.enum,
    want: keys<Report["target"]["tokens"][number]>({ other: 0, limited: 0 }),
  },
  { name: "levels", given: $defs.level.enum, want: keys<Level>({ MUST: 0, SHOULD: 0, MAY: 0 }) },
  {
    name: "places",
    given: $defs.finding.properties.place.enum,
    want: keys<Place>({ status: 0, "media-type": 0, header: 0, body: 0, parameter: 0 }),
  },
  {
    name: "roles",
    given: $defs.exchange.properties.role.enum,
    want: keys<ExchangeRole>({ judge: 0, prepare: 0, control: 0, probe: 0, look: 0, "clean-up": 0 }),
  },
  {
    name: "what was deserved",
    given: $defs.exchange.properties.deserved.enum,
    want: keys<Deserved>({ success: 0, refusal: 0, either: 0 }),
  },
  {
    name: "kinds of errors",
    given: $defs.exchange.properties.error.properties.kind.enum,
    want: keys<ClientErrorKind>({
      network: 0,
      timeout: 0,
      "too-large": 0,
      "not-json": 0,
      empty: 0,
      redirect: 0,
    }),
  },
  {
    name: "states of waivers",
    given: $defs.waiver.properties.state.enum,
    want: keys<AppliedWaiver["state"]>({ used: 0, stale: 0, expired: 0, idle: 0 }),
  },
  {
    name: "kinds of observations",
    given: $defs.observation.properties.kind.enum,
    want: keys<Observation["kind"]>({
      "unlisted-member": 0,
      "undocumented-status": 0,
      "range-status": 0,
      reading: 0,
    }),
  },
  {
    name: "kinds of drift",
    given: $defs.drift.properties.kind.enum,
    want: keys<Drift["kind"]>({ missing: 0, undocumented: 0, renamed: 0 }),
  },
  {
    name: "places of parameters",
    given: $defs.coverage.properties.parameters.items.properties.in.enum,
    want: keys<Coverage["parameters"][number]["in"]>({ path: 0, query: 0, header: 0 }),
  },
];

test.each(rows)("knows the same words as the code for $name", ({ given, want }) => {
  expect(given.toSorted()).toEqual(want.toSorted());
});

/** All words of a union: the compiler takes no record that lacks one or has another. */
function keys<Word extends string>(words: Record<Word, 0>): readonly string[] {
  return Object.keys(words);
}
