import { describe, expect, test } from "vitest";
import { suggest, suggestion } from "./suggestion.ts";

const members = ["api", "url", "tokenVariable", "organization", "account", "fixtures", "timeoutMs", "auth"];

describe("suggestion", () => {
  test.each([
    { given: "organisation", want: "organization" },
    { given: "fixture", want: "fixtures" },
    { given: "token_variable", want: "tokenVariable" },
    { given: "timeout-ms", want: "timeoutMs" },
    { given: "timeout", want: "timeoutMs" },
    { given: "authorization", want: "auth" },
    { given: "organizationName", want: "organization" },
    { given: "URL", want: "url" },
    { given: "org", want: "organization" },
    { given: "au", want: undefined },
    { given: "colour", want: undefined },
    { given: "", want: undefined },
  ])("for $given is $want", ({ given, want }) => {
    expect(suggestion(given, members)).toBe(want);
  });

  test("is nothing where there is nothing to choose from", () => {
    expect(suggestion("url", [])).toBeUndefined();
  });
});

test("what nothing is like is answered with all that there is", () => {
  expect(suggest("stagging", ["staging", "local"])).toBe('did you mean "staging"?');
  expect(suggest("production", ["staging", "local"])).toBe("there is staging or local");
});
