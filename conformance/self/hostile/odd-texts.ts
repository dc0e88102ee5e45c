import { instead, raw, withDocument } from "./answers.ts";
import type { Hostility } from "./hostility.ts";
import { atEveryRunnerCheck, atPods, everywhere } from "./places.ts";

/** Clears the screen, sets the title, writes in red, rings, turns the line around, starts over, and does so in 8 bits. */
const escapes = "\u001b[2J\u001b]0;owned\u0007\u001b[31m\u009b2J\u202eevil\u2066\r\n\b\u0000\u007f";
const script = `<script>alert(1)</script><img src=x onerror=alert(1)>"'&lt;`;

interface Runners {
  readonly runners?: readonly Readonly<Record<string, unknown>>[];
  readonly runner?: Readonly<Record<string, unknown>>;
}

/** Names all runners so, wherever they are shown. */
const named = (name: string) =>
  withDocument((document) => {
    const { runners, runner, ...others } = document as Runners;
    return {
      ...others,
      ...(runners && { runners: runners.map((each) => ({ ...each, name })) }),
      ...(runner && { runner: { ...runner, name } }),
    };
  });

/** Says it where what is wrong is quoted: in a value, in the name of a member, in a refusal. */
const quoted = (text: string) =>
  instead(({ sound }) => ({
    body: JSON.stringify({ ...JSON.parse(sound.text), total: text, [text]: text }),
    headers: { "x-odd": "fine" },
  }));

/** Texts that are meant for a terminal, a browser or the eye. */
export const oddTexts: readonly Hostility[] = [
  {
    ...atEveryRunnerCheck,
    name: "escapes-in-names",
    does: "puts terminal escapes into names",
    plays: named(escapes),
    want: { code: 0 },
  },
  {
    ...atEveryRunnerCheck,
    name: "script-in-names",
    does: "puts HTML and script into names",
    plays: named(script),
    want: { code: 0 },
  },
  {
    ...atPods,
    name: "escapes-in-values",
    does: "puts terminal escapes where numbers belong",
    plays: quoted(escapes),
    want: { code: 1, says: /total/ },
  },
  {
    ...atPods,
    name: "script-in-values",
    does: "puts script where numbers belong",
    plays: quoted(script),
    want: { code: 1, says: /total/ },
  },
  {
    ...atPods,
    name: "escapes-in-refusals",
    does: "refuses with terminal escapes",
    plays: instead(() => ({ status: 418, body: JSON.stringify({ error: escapes, code: escapes }) })),
    want: { code: 1, says: /418/ },
  },
  {
    ...atPods,
    name: "escapes-in-headers",
    does: "puts eight-bit terminal escapes and other bytes into headers",
    plays: raw(
      "HTTP/1.1 200 OK",
      "Content-Type: text/\u009b31m\u0085plain",
      "X-Odd: \u009b2J",
      "Content-Length: 2",
      "",
      "{}",
    ),
    want: { code: 1 },
  },
  {
    ...everywhere,
    name: "escapes-everywhere",
    does: "answers terminal escapes in text and headers",
    plays: raw("HTTP/1.1 302 Found", `Location: http://\u009b2J.example/`, "Content-Length: 0", "", ""),
    want: { code: 2, says: /redirected/ },
  },
  {
    ...atPods,
    name: "half-characters",
    does: "sends halves of surrogate pairs",
    plays: quoted("\ud83d \udc00"),
    want: { code: 1, says: /total/ },
  },
];
