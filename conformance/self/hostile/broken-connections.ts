import { jsonHead, say } from "./answers.ts";
import type { Hostility, Play } from "./hostility.ts";
import { atEveryPodCheck, atPods, everywhere, hereAndEverywhere } from "./places.ts";

/** Answers up to some point, and then breaks the connection. */
const resetAfter =
  (text: string): Play =>
  ({ socket }) => {
    if (text === "") socket.resetAndDestroy();
    else socket.write(text, () => socket.resetAndDestroy());
  };

const points = [
  "",
  "HTTP/1.",
  "HTTP/1.1 200 OK\r\n",
  [...jsonHead, "Content-Le"].join("\r\n"),
  [...jsonHead, "", "{"].join("\r\n"),
];
const [first] = points.map(resetAfter);
const broken = { code: 1, says: /expected an answer/ } as const;

/** Connections that end, or that nothing comes from any more. */
export const brokenConnections: readonly Hostility[] = [
  {
    ...everywhere,
    name: "reset-when-opened",
    does: "breaks every connection as it is opened",
    plays: () => {},
    greets: (socket) => void socket.resetAndDestroy(),
    want: { code: 2, says: /no connection/ },
  },
  ...hereAndEverywhere(
    { name: "reset-when-asked", does: "breaks the connection when it is asked", plays: first ?? (() => {}) },
    { here: broken, all: /no connection/ },
  ),
  {
    ...atEveryPodCheck,
    name: "reset-at-every-point",
    does: "breaks the connection each time at another point of its answer",
    plays: (turn) => resetAfter(points[turn.count % points.length] ?? "")(turn),
    want: broken,
  },
  {
    ...everywhere,
    name: "end-without-answer",
    does: "ends its half of the connection without an answer",
    plays: ({ socket }) => void socket.end(),
    want: { code: 2, says: /no connection/ },
  },
  {
    ...atPods,
    name: "end-after-answer",
    does: "ends its half of the connection after each answer, and says nothing of it",
    plays: (turn) => {
      turn.response.shouldKeepAlive = false;
      turn.response.removeHeader("connection");
      say(turn);
      turn.socket.end();
    },
    want: { code: 0 },
  },
  {
    ...everywhere,
    only: [],
    name: "silence-after-answer",
    does: "keeps the connection open after its first answer and says nothing any more",
    timeoutMs: 500,
    plays: (turn) => {
      if (turn.count === 1) say(turn, { headers: { connection: "keep-alive" } });
    },
    want: { code: 3, says: /no complete answer within/ },
  },
  {
    ...everywhere,
    name: "plain-behind-https",
    does: "speaks HTTP where the address says HTTPS",
    plays: () => {},
    scheme: "https",
    want: { code: 2, says: /TLS/ },
  },
  {
    ...everywhere,
    name: "silent-behind-https",
    does: "takes a TLS connection and says nothing",
    plays: () => {},
    greets: () => {},
    scheme: "https",
    timeoutMs: 500,
    limitMs: 9000,
    want: { code: 2, says: /no complete answer within/ },
  },
];
