import { expect, test } from "vitest";
import { digestToken, isDigestOf } from "./token-digest.ts";

const token = "fake-token-of-a-run";

test("tells its own token, and no other", () => {
  const digest = digestToken(token);
  expect(isDigestOf(digest, token)).toBe(true);
  expect(
    ["", "fake-token-of-a-ru", `${token} `, "Fake-token-of-a-run"].filter((each) => isDigestOf(digest, each)),
  ).toEqual([]);
});

test("is another each time, and holds no token", () => {
  const [first, second] = [digestToken(token), digestToken(token)];
  expect(first).not.toBe(second);
  expect(`${first}${second}`).not.toContain(token);
  expect(Buffer.from(first.replace(":", ""), "base64url").toString("latin1")).not.toContain(token);
});

const whole = digestToken(token);

test.each([
  { given: "empty", digest: "" },
  { given: "without salt", digest: whole.replace(/^[^:]*/, "") },
  { given: "without hash", digest: whole.replace(/:.*/, ":") },
  { given: "cut off", digest: whole.slice(0, -2) },
  { given: "of no such form", digest: "?:?" },
])("one that is $given is that of no token", ({ digest }) => {
  expect(isDigestOf(digest, token)).toBe(false);
});
