import { describe, expect, test } from "vitest";
import { smallTarget } from "../self/small-suite.ts";
import { createSecrets } from "./secrets.ts";

function learned(json: unknown, headers: Readonly<Record<string, string>> = {}) {
  const secrets = createSecrets(smallTarget({ token: "canary-token" }));
  secrets.learn({ headers: new Headers(headers), text: json === undefined ? "" : JSON.stringify(json) }, json);
  return secrets;
}

const fake = "fake-secret-1";

describe("takes out of every text what was found once", () => {
  test.each([
    { where: "as tokenValue", json: { tokenValue: fake }, want: "REDACTED-tokenValue-1" },
    { where: "as a secret", json: { secret: fake }, want: "REDACTED-secret-1" },
    { where: "as an apiKey, deep in it", json: { data: [{ more: { apiKey: fake } }] }, want: "REDACTED-apiKey-1" },
    { where: "as client_secret", json: { client_secret: fake }, want: "REDACTED-clientsecret-1" },
    { where: "as PASSWORD", json: { PASSWORD: fake }, want: "REDACTED-PASSWORD-1" },
    { where: "in a list of them", json: { tokens: [fake] }, want: "REDACTED-tokens-1" },
    { where: "as a value of a secret", json: { secret: { value: fake } }, want: "REDACTED-secret-1" },
  ])("$where", ({ json, want }) => {
    expect(learned(json).redact(`it was ${fake} again`)).toBe(`it was ${want} again`);
  });

  test.each<{ where: string; headers: Record<string, string>; want: string }>([
    { where: "an x-auth-token", headers: { "x-auth-token": fake }, want: "REDACTED-xauthtoken-1" },
    { where: "a cookie", headers: { "set-cookie": `sid=${fake}; Path=/` }, want: "REDACTED-cookiesid-1" },
  ])("in $where", ({ headers, want }) => {
    expect(learned(undefined, headers).redact(`?a=${fake}`)).toBe(`?a=${want}`);
  });
});

describe("leaves alone", () => {
  test.each([
    { what: "what is named otherwise", json: { pod_key: fake, tokenType: fake } },
    { what: "what is no text", json: { token: 12345678, secret: true, password: null } },
    { what: "what is too short to be told from words", json: { token: "abc" } },
    {
      what: "a name that stands for a secret already",
      json: { token: "REDACTED-token-7", secret: "$POOLPROOF_TOKEN" },
    },
  ])("$what", ({ json }) => {
    expect(learned(json).known()).toHaveLength(3);
  });
});

test("gives the same secret the same name, and others other names", () => {
  const secrets = learned({ token: "fake-secret-1", more: [{ token: "fake-secret-2" }, { token: "fake-secret-1" }] });
  const first = secrets.redact("fake-secret-1");
  secrets.learn({ headers: new Headers(), text: '{"secret"' }, { secret: "fake-secret-1", token: "fake-secret-3" });
  expect(secrets.redact("fake-secret-1")).toBe(first);
  const names = ["fake-secret-1", "fake-secret-2", "fake-secret-3"].map(secrets.redact);
  expect(new Set(names).size).toBe(3);
  expect(names.every((name) => /^REDACTED-token-[123]$/.test(name))).toBe(true);
});

test("knows more secrets than a run can meet in earnest", () => {
  const token = (number: number) => `fake-secret-${number}-of-many`;
  const secrets = learned(Array.from({ length: 900 }, (_, number) => ({ token: token(number) })));
  expect([0, 77, 899].map((number) => secrets.redact(token(number)))).toEqual([
    expect.stringMatching(/^REDACTED-token-\d+$/),
    expect.stringMatching(/^REDACTED-token-\d+$/),
    expect.stringMatching(/^REDACTED-token-\d+$/),
  ]);
});

test("knows secrets of eight characters, and names them by what they are called, cut short", () => {
  const secrets = learned({ [`${"very-long-".repeat(9)}token`]: "fake-se1" });
  expect(secrets.redact("fake-se1")).toBe(`REDACTED-${"verylong".repeat(4).slice(0, 30)}-1`);
  expect(secrets.known().map(([, value]) => value)).toContain("fake-se1");
});

test("stops at a thousand, which is a server's game", () => {
  const token = (number: number) => `fake-secret-${number}-of-many`;
  const secrets = learned(Array.from({ length: 1200 }, (_, number) => ({ token: token(number) })));
  // Of the target's own there are three, two of them empty.
  expect(secrets.known()).toHaveLength(1001);
  expect(secrets.known().filter(([name]) => name.startsWith("REDACTED"))).toHaveLength(998);
});

test("looks no further than some ten thousand values for them", () => {
  const secrets = learned([{ token: "fake-secret-1" }, ...Array.from({ length: 30_000 }, () => ({}))]);
  expect(secrets.redact("fake-secret-1")).toBe("fake-secret-1");
});
