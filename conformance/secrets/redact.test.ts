import { expect, test } from "vitest";
import { smallTarget } from "../self/small-suite.ts";
import { createRedactor, openRedactor, secretsOf } from "./redact.ts";

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

/** Every character that something escapes, between two beginnings that nothing else has. */
const token = `canaryA"<&>'\\/+%=;:,~#?canaryB`;
const html = (text: string) =>
  text.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;").replaceAll('"', "&quot;");
const base64 = (text: string) => Buffer.from(text).toString("base64");

test.each([
  { form: "as it is", text: token, want: "$T" },
  { form: "in upper case", text: token.toUpperCase(), want: "$T" },
  { form: "percent-encoded", text: encodeURIComponent(token), want: "$T" },
  { form: "percent-encoded as far as a URL needs it", text: encodeURI(token), want: "$T" },
  { form: "percent-encoded twice", text: encodeURIComponent(encodeURIComponent(token)), want: "$T" },
  { form: "as JSON", text: JSON.stringify({ token }), want: '{"token":"$T"}' },
  { form: "as JSON within JSON", text: JSON.stringify(JSON.stringify({ token })), want: '"{\\"token\\":\\"$T\\"}"' },
  {
    form: "as JSON with every character escaped",
    text: Array.from(token, (each) => `\\u00${each.charCodeAt(0).toString(16)}`).join(""),
    want: "$T",
  },
  { form: "as HTML", text: html(token), want: "$T" },
  { form: "as HTML with the apostrophe escaped", text: html(token).replaceAll("'", "&#39;"), want: "$T" },
  { form: "as HTML within HTML", text: html(html(token)), want: "$T" },
  { form: "as HTML within JSON", text: JSON.stringify(html(token)), want: '"$T"' },
  { form: "as part of a JSON pointer", text: token.replaceAll("~", "~0").replaceAll("/", "~1"), want: "$T" },
  { form: "as a word of a shell", text: `'${token.replaceAll("'", "'\\''")}'`, want: "'$T'" },
  { form: "in Base64", text: base64(token), want: "$T" },
  { form: "in Base64 in another case", text: base64(token.toLowerCase()), want: "$T" },
  { form: "in Base64 for URLs", text: Buffer.from(token).toString("base64url"), want: "$T" },
])("takes out a token $form", ({ text, want }) => {
  expect(createRedactor([["$T", token]])(text)).toBe(want);
});

test.each([{ before: "" }, { before: "a" }, { before: "ab" }, { before: "user:" }])(
  "leaves nothing to read of a token in the Base64 of $before and it",
  ({ before }) => {
    const clean = createRedactor([["$T", token]])(base64(`${before}${token} and more`));
    expect(clean).toContain("$T");
    expect(Buffer.from(clean.replace("$T", ""), "base64").toString("latin1")).not.toMatch(/canary/i);
  },
);

test("takes out what is left of a token where a text was shortened", () => {
  expect(createRedactor([["$T", token]])(`string "Bearer ${token.slice(0, 12)}…`)).toBe('string "Bearer $T…');
});

test("knows a token that looks escaped itself", () => {
  const redact = createRedactor([["$T", "fake&amp;token%2F1"]]);
  const forms = ["fake&amp;token%2F1", "fake&amp;amp;token%2F1", "fake%26amp%3Btoken%252F1"];
  expect(forms.map(redact)).toEqual(["$T", "$T", "$T"]);
});

test("keeps everything around, escapes included", () => {
  const redact = createRedactor([["$T", "fake-token/1"]]);
  expect(redact("/a%20b?t=fake-token%2F1&u=%41&amp;")).toBe("/a%20b?t=$T&u=%41&amp;");
});

test("takes out secrets that it is told of later", () => {
  const { add, redact } = openRedactor([["$T", "fake-token"]]);
  add(["REDACTED-secret-1", "fake-secret"]);
  add(["$EMPTY", ""]);
  expect(redact("fake-token, fake-secret")).toBe("$T, REDACTED-secret-1");
});

test("takes two secrets that overlap for one", () => {
  const redact = createRedactor([
    ["$A", "fake-token-one"],
    ["$B", "token-one-fake"],
  ]);
  expect(redact("(fake-token-one-fake)")).toBe("($A)");
});

/** With bits of both 62 and 63 in its Base64. */
const binaryLike = "fake?>~token??>>";

test.each([
  { where: "alone", text: binaryLike },
  { where: "after one byte", text: `a${binaryLike}` },
  { where: "after two", text: `ab${binaryLike}` },
  { where: "in the middle", text: `user:${binaryLike}:more` },
])("takes out the Base64 of a secret $where, in both alphabets and without padding", ({ text }) => {
  const redact = createRedactor([["$T", binaryLike]]);
  const base64 = Buffer.from(text).toString("base64");
  for (const form of [base64, base64.replace(/=+$/, ""), Buffer.from(text).toString("base64url")]) {
    expect(redact(form)).toContain("$T");
    // Its first and its last character can hold bits of what stands beside, and stay.
    const inner = Math.floor((binaryLike.length * 8) / 6) - 1;
    expect(redact(form).replace("$T", "").length).toBeLessThanOrEqual(form.length - inner);
  }
});

test("takes out secrets in the order in which they stand, whichever was known first", () => {
  const redact = createRedactor([
    ["$LATE", "fake-secret-late"],
    ["$EARLY", "fake-secret-early"],
  ]);
  expect(redact("1 fake-secret-early 2 fake-secret-late 3")).toBe("1 $EARLY 2 $LATE 3");
});
