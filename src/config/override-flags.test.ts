import { expect, test } from "vitest";
import type { RunFlags } from "../commands/run-flags.ts";
import { overrideFlags } from "./override-flags.ts";

test.each<{ fact: string; defaults: RunFlags; given: RunFlags; want: RunFlags }>([
  {
    fact: "keeps what is not given",
    defaults: { url: "http://a", strict: true },
    given: { rate: "5" },
    want: { url: "http://a", strict: true, rate: "5" },
  },
  {
    fact: "lets what is given win, also false",
    defaults: { url: "http://a", without: "agents,pools", strict: true },
    given: { url: "http://b", without: "pools", strict: false },
    want: { url: "http://b", without: "pools", strict: false },
  },
  {
    fact: "takes an absent flag for not given",
    defaults: { url: "http://a", fixture: ["runner=1"] },
    given: { url: undefined, fixture: [] },
    want: { url: "http://a", fixture: ["runner=1"] },
  },
  {
    fact: "overrides fixtures by their name, with all their ids",
    defaults: { fixture: ["runner=1", "runner=2", "otherRunner=3"] },
    given: { fixture: ["runner=4"] },
    want: { fixture: ["otherRunner=3", "runner=4"] },
  },
  {
    fact: "puts the authority aside where any certificate will do",
    defaults: { ca: "a.pem" },
    given: { insecure: true },
    want: { insecure: true },
  },
  {
    fact: "verifies again where an authority is given",
    defaults: { insecure: true },
    given: { ca: "a.pem" },
    want: { ca: "a.pem" },
  },
])("$fact", ({ defaults, given, want }) => {
  expect(overrideFlags(defaults, given)).toEqual(want);
});
