import { expect, test } from "vitest";
import { createRedactor } from "./redact.ts";

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
