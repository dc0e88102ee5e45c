import { reply, responding } from "../../conformance/proof/alterations.ts";
import type { Alteration } from "../reference/alteration.ts";
import type { TestTokens } from "./test-target.ts";

/** Every character that JSON, URLs, HTML, XML or shells escape, and one that looks like an escape itself. */
export const canaryTokens: TestTokens = {
  token: `CanaryMain1"<&>'\\Mid/+%=:~CanaryMain2`,
  otherToken: `CanaryOther1<'"&\\+/~1%2FCanaryOther2`,
  limitedToken: `CanaryLimited1&amp;"';?#CanaryLimited2`,
};

/** What no output may hold: beginnings and ends of the tokens, and how every secret of the server begins. */
export const canaryWords = [
  ...["CanaryMain1", "CanaryMain2", "CanaryOther1", "CanaryOther2", "CanaryLimited1", "CanaryLimited2"],
  "CanaryOnce",
];

/**
 * A server that gives away secrets of its own with every answer and repeats every token that it knows, in all the forms in
 * which one can be written, in headers, bodies and links. What the contract asks for it does as it should.
 */
export function echoSecrets(): Alteration<unknown> {
  let count = 0;
  return responding<unknown>(
    () => true,
    (response, text, request) => {
      count += 1;
      const once = (name: string) => `CanaryOnce-${name}-${count}`;
      const sent = request.headers.get("authorization") ?? request.headers.get("x-api-key") ?? "none";
      const token = sent.replace(/^\S+ /, "");
      const forms = [...Object.values(canaryTokens), token].flatMap(formsOf);
      const headers = {
        "x-said": sent,
        "x-forms": forms.filter((form) => /^[\x21-\x7e]+$/.test(form)).join(" "),
        "x-auth-token": once("header"),
        "set-cookie": `sid=${once("cookie")}; Path=/`,
        link: `<${request.url}?t=${encodeURIComponent(token)}&s=${once("header")}>; rel="canonical"`,
      };
      const echo = {
        forms,
        [token]: `${request.url}?token=${encodeURIComponent(token)}`,
        deep: [{ secret: once("secret"), more: { apiKey: once("key") } }],
        again: [once("secret"), once("key"), once("header"), once("cookie"), `k=${encodeURIComponent(once("key"))}`],
      };
      return reply(response, withMembers(text, { [token]: 1, echo }), { headers });
    },
  );
}

function withMembers(text: string, members: object): string {
  if (!text.startsWith("{")) return text;
  const json = JSON.parse(text);
  // JSON:API has a place for what is nobody else's business.
  const isJsonApi = "data" in json || "errors" in json;
  return JSON.stringify(isJsonApi ? { ...json, meta: { ...json.meta, ...members } } : { ...json, ...members });
}

function formsOf(secret: string): string[] {
  return [
    ...[secret, secret.toUpperCase(), secret.toLowerCase()],
    ...[encodeURIComponent(secret), encodeURI(secret), encodeURIComponent(encodeURIComponent(secret))],
    ...[JSON.stringify(secret), JSON.stringify(JSON.stringify(secret))],
    ...[html(secret), html(html(secret)), html(secret).replaceAll("'", "&apos;")],
    Array.from(secret, (each) => `&#x${each.charCodeAt(0).toString(16)};`).join(""),
    Array.from(secret, (each) => `%${each.charCodeAt(0).toString(16)}`).join(""),
    ...["", "u:", "user:", "user2:"].map((before) => Buffer.from(`${before}${secret}`).toString("base64")),
    Buffer.from(secret).toString("base64url"),
  ];
}

function html(text: string): string {
  return text
    .replaceAll("&", "&amp;")
    .replaceAll("<", "&lt;")
    .replaceAll(">", "&gt;")
    .replaceAll('"', "&quot;")
    .replaceAll("'", "&#39;");
}
