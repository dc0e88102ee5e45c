import { expect, test } from "vitest";
import { smallTarget } from "../self/small-suite.ts";
import { createRedactor, secretsOf } from "./redact.ts";

test.each([
  { token: "canary-token", text: "Bearer canary-token!", want: "Bearer $POOLPROOF_TOKEN!" },
  {
    token: "canary/tok+en",
    text: "?t=canary%2Ftok%2Ben&u=canary/tok+en",
    want: "?t=$POOLPROOF_TOKEN&u=$POOLPROOF_TOKEN",
  },
  { token: 'canary"quoted"', text: '{"t":"canary\\"quoted\\""}', want: '{"t":"$POOLPROOF_TOKEN"}' },
  { token: "t", text: "object with t in it", want: "object with $POOLPROOF_TOKEN in it" },
  { token: "a$&b(c)", text: "a$&b(c)", want: "$POOLPROOF_TOKEN" },
  { token: "t", text: "t-shirt, at, _t, 2t", want: "t-shirt, at, _t, 2t" },
  { token: "1234567", text: "a1234567 1234567", want: "a1234567 $POOLPROOF_TOKEN" },
  { token: "12345678", text: "a12345678", want: "a$POOLPROOF_TOKEN" },
  { token: "", text: "nothing to hide", want: "nothing to hide" },
])("takes $token out of a text", ({ token, text, want }) => {
  expect(createRedactor([["$POOLPROOF_TOKEN", token]])(text)).toBe(want);
});

test("tells tokens apart, of which one may begin like another", () => {
  const redact = createRedactor([
    ["$POOLPROOF_TOKEN", "canary-token"],
    ["$POOLPROOF_OTHER_TOKEN", "canary-token-2"],
  ]);
  expect(redact("canary-token canary-token-2")).toBe("$POOLPROOF_TOKEN $POOLPROOF_OTHER_TOKEN");
});

test("leaves a text alone where no token was given", () => {
  expect(createRedactor(secretsOf(smallTarget({ token: "" })))(" a  b.")).toBe(" a  b.");
});

test("names each token of a target after its variable", () => {
  const target = smallTarget({ token: "a", otherToken: "b", limitedToken: "c" });
  expect(secretsOf(target)).toEqual([
    ["$POOLPROOF_TOKEN", "a"],
    ["$POOLPROOF_OTHER_TOKEN", "b"],
    ["$POOLPROOF_LIMITED_TOKEN", "c"],
  ]);
  expect(secretsOf(smallTarget({ token: "a" })).map(([, value]) => value)).toEqual(["a", "", ""]);
});
