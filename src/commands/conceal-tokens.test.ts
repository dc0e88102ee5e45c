import { expect, test } from "vitest";
import { concealTokens } from "./conceal-tokens.ts";

const token = "fake-token-1";

test.each([
  { given: "--url fake-token-1 is no address.", words: [], want: "--url $POOLPROOF_TOKEN is no address." },
  { given: 'There is no API "Fake-Token-2".', words: [], want: 'There is no API "$MY_API_KEY".' },
  { given: "unknown command 'fake-3'", words: ["--token", "fake-3"], want: "unknown command 'TOKEN'" },
  { given: "too many: fake-token-4.", words: ["--token=fake-token-4", "fake-token-4"], want: "too many: TOKEN." },
  { given: "unknown option '--tokn=it's'", words: ["--tokn=it's"], want: "unknown option '--tokn=…'" },
  { given: "unknown option '--tokn'", words: ["--tokn", "x"], want: "unknown option '--tokn'" },
  {
    given: "option '--token <token>' argument missing",
    words: ["--token"],
    want: "option '--token <token>' argument missing",
  },
  { given: "There is no profile full-of-it.", words: ["run"], want: "There is no profile full-of-it." },
])("$given becomes $want", ({ given, words, want }) => {
  const env = { POOLPROOF_TOKEN: token, MY_API_KEY: "fake-token-2", PROFILE: "profile full", USE_TOKEN: "no" };
  expect(concealTokens(given, words, env)).toBe(want);
});
