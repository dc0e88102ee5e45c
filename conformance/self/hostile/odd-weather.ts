import { say } from "./answers.ts";
import type { Hostility, Play } from "./hostility.ts";
import { atPods, everywhere } from "./places.ts";

const tooMany =
  (retryAfter: string | undefined): Play =>
  (turn) =>
    say(turn, {
      status: 429,
      headers: retryAfter === undefined ? {} : { "retry-after": retryAfter },
      body: JSON.stringify({ error: "too many", code: "TOO_MANY" }),
    });

/** Says it once, and is sound from then on. */
const atFirst =
  (play: Play): Play =>
  (turn) =>
    turn.count === 1 ? play(turn) : say(turn);

/** Of a second, which is the time that it is given. */
const latencyMs = 700;

/** Servers that want to be waited for. */
export const oddWeather: readonly Hostility[] = [
  {
    ...atPods,
    name: "wait-for-ages",
    does: "asks once to be left alone for 10^12 seconds",
    plays: atFirst(tooMany("1000000000000")),
    want: { code: 0 },
  },
  {
    ...atPods,
    name: "wait-until-9999",
    does: "asks once to be left alone until the year 9999",
    plays: atFirst(tooMany("Fri, 31 Dec 9999 23:59:59 GMT")),
    want: { code: 0 },
  },
  {
    ...atPods,
    name: "wait-until-yesterday",
    does: "asks for ever to be left alone until 1970",
    plays: tooMany("Thu, 01 Jan 1970 00:00:00 GMT"),
    want: { code: 3 },
  },
  {
    ...atPods,
    name: "wait-less-than-nothing",
    does: "asks for ever to be left alone for -5 seconds",
    plays: tooMany("-5"),
    want: { code: 3 },
  },
  {
    ...atPods,
    name: "wait-for-nonsense",
    does: "asks for ever to be left alone for a while that nobody can tell",
    plays: tooMany("1e9, soon; \u00ff"),
    want: { code: 3 },
  },
  {
    ...everywhere,
    name: "too-many-for-ever",
    does: "answers 429 to everything for ever",
    plays: tooMany(undefined),
    want: { code: 3 },
  },
  {
    ...everywhere,
    name: "gateway-for-ever",
    does: "answers 503 to everything for ever",
    plays: (turn) => say(turn, { status: 503, headers: { "retry-after": "0" }, body: "<html>" }),
    want: { code: 3 },
  },
  {
    ...everywhere,
    name: "just-in-time",
    timeoutMs: 1000,
    does: "answers everything just before the time is over",
    plays: (turn) => {
      setTimeout(() => say(turn), latencyMs);
    },
    want: { code: 0 },
  },
];
