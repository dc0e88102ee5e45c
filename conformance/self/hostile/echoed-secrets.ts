import { instead, say } from "./answers.ts";
import type { Hostility, Turn } from "./hostility.ts";
import { atEveryPodCheck, atPods, everywhere } from "./places.ts";

const authorizationOf = ({ asked }: Turn) => asked.headers.get("authorization") ?? "none";
const tokenOf = (turn: Turn) => authorizationOf(turn).replace(/^\S+ /, "");

/** Servers that give away what they were told in confidence. */
export const echoedSecrets: readonly Hostility[] = [
  {
    ...atPods,
    name: "token-in-everything",
    does: "repeats the token in its body, its headers and its links",
    plays: instead((turn) => ({
      headers: { "x-echo": authorizationOf(turn), "content-type": `application/json; token=${tokenOf(turn)}` },
      body: JSON.stringify({
        ...JSON.parse(turn.sound.text),
        total: authorizationOf(turn),
        limit: Buffer.from(tokenOf(turn)).toString("base64"),
        offset: encodeURIComponent(authorizationOf(turn)),
        [tokenOf(turn)]: `${turn.here}/?token=${tokenOf(turn)}`,
      }),
    })),
    want: { code: 1, says: /total/ },
  },
  {
    ...atPods,
    name: "token-in-refusals",
    does: "refuses, and repeats the token in its refusal",
    plays: instead((turn) => ({
      status: 400,
      body: JSON.stringify({ error: authorizationOf(turn), code: tokenOf(turn) }),
    })),
    want: { code: 1, says: /400/ },
  },
  {
    ...everywhere,
    name: "token-in-redirects",
    does: "redirects to an address with the token in it",
    plays: (turn) =>
      say(turn, { status: 302, headers: { location: `${turn.elsewhere}/?token=${tokenOf(turn)}` }, body: "" }),
    want: { code: 2, says: /redirected to/ },
  },
  {
    ...atEveryPodCheck,
    name: "thousands-of-secrets",
    does: "gives away thousands of tokens with each answer",
    plays: instead(({ sound, count }) => ({
      body: JSON.stringify({
        ...JSON.parse(sound.text),
        keys: Array.from({ length: 2000 }, (_, index) => ({ token: `obviously-fake-secret-${count}-${index}` })),
      }),
    })),
    want: { code: 0 },
  },
];
