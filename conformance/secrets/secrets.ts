import type { Target } from "../kit/target.ts";
import { openRedactor, type Secret, secretsOf } from "./redact.ts";

/** What no output of a run may hold: the tokens of its target, and what the server gives away only once. */
export interface Secrets {
  /** All that are known so far, the target's own first. */
  readonly known: () => readonly Secret[];
  /** Takes every secret that is known so far out of a text. */
  readonly redact: (text: string) => string;
  /** Looks through an answer for further secrets. */
  readonly learn: (answer: { readonly headers: Headers; readonly text: string }, json: unknown) => void;
}

/** Names of members whose values are secrets, whatever API they come from. */
const secretName =
  /(?:token|token[-_]?value|secret|password|passphrase|api[-_]?key|access[-_]?key|private[-_]?key)s?$/i;
const mayHoldSecret = /token|secret|passw|passphrase|key/i;

/** A recorded answer holds names in place of secrets, which keep them when it is judged again. */
const isName = /^(?:REDACTED-\w*-\d+|\$[A-Z\d_]*TOKEN[A-Z\d_]*)$/;

const shortestSecret = 8;
/** A server that gives away more of them than this is playing with us. */
const mostSecrets = 1000;
const mostNodes = 20_000;

export function createSecrets(target: Target): Secrets {
  const secrets: Secret[] = secretsOf(target);
  const values = new Set(secrets.map(([, value]) => value));
  const counts = new Map<string, number>();
  const redactor = openRedactor(secrets);

  const add = (name: string, value: string) => {
    if (value.length < shortestSecret || values.has(value) || values.size >= mostSecrets || isName.test(value)) return;
    const word = name.replaceAll(/[^A-Za-z0-9]/g, "").slice(0, 30);
    const count = (counts.get(word) ?? 0) + 1;
    counts.set(word, count);
    values.add(value);
    const secret = [`REDACTED-${word}-${count}`, value] as const;
    secrets.push(secret);
    redactor.add(secret);
  };

  return {
    known: () => secrets,
    redact: redactor.redact,
    learn: ({ headers, text }, json) => {
      for (const cookie of headers.getSetCookie()) {
        const [, name = "", value = ""] = /^([^=;]*)=([^;]*)/.exec(cookie) ?? [];
        add(`cookie${name}`, value);
      }
      for (const [name, value] of headers) if (secretName.test(name)) add(name, value);
      if (mayHoldSecret.test(text)) for (const [name, value] of secretMembers(json)) add(name, value);
    },
  };
}

/** Members that are named like secrets and hold text, wherever they stand; no more than so many values are looked at. */
function secretMembers(json: unknown): [name: string, value: string][] {
  const found: [string, string][] = [];
  const open: unknown[] = [json];
  for (let looked = 0; open.length > 0 && looked < mostNodes; looked += 1) {
    const value = open.pop();
    if (typeof value !== "object" || value === null) continue;
    for (const [name, member] of Object.entries(value)) {
      if (typeof member === "object") open.push(member);
      if (!secretName.test(name)) continue;
      for (const text of textsIn(member)) found.push([name, text]);
    }
  }
  return found;
}

/** A secret itself, several in a list, or one with something said about it. */
function textsIn(member: unknown): string[] {
  const values = Array.isArray(member) ? member : [(member as { value?: unknown } | null)?.value ?? member];
  return values.filter((value) => typeof value === "string");
}
