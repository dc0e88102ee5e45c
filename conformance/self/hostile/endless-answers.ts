import { dripping, endless, jsonHead, raw } from "./answers.ts";
import type { Hostility } from "./hostility.ts";
import { atPods, hereAndEverywhere } from "./places.ts";

/** Answers that never end, fast and slow, in every part that an answer has. */
export function endlessAnswers(): readonly Hostility[] {
  return answers.map((hostility) => ({ timeoutMs: impatientMs, ...hostility }));
}

/** Most of them are ended by nothing else. */
const impatientMs = 800;
/** Time to send more than anybody takes. */
const patientMs = 10_000;
const chunked = [...jsonHead, "Transfer-Encoding: chunked", "", ""];
/** Whichever comes first. */
const overflow = /header overflow|no complete answer/i;
const late = /no complete answer within \d+ ms/;
const never = { code: 1, says: late } as const;

const answers: readonly Hostility[] = [
  ...hereAndEverywhere(
    {
      name: "endless-body",
      timeoutMs: patientMs,
      does: "sends a body without end",
      plays: endless([...jsonHead, "", "["], "1, "),
    },
    { here: { code: 1, says: /larger than \d+ bytes/ }, all: /larger than \d+ bytes/ },
  ),
  ...hereAndEverywhere(
    { name: "dripping-body", does: "sends its body a byte at a time", plays: dripping([...jsonHead, "", "{"], " ") },
    { here: never, all: late },
  ),
  {
    ...atPods,
    name: "dripping-chunks",
    does: "sends chunks of a byte each without end",
    plays: dripping(chunked, "1\r\n \r\n"),
    want: never,
  },
  {
    ...atPods,
    name: "endless-chunk-size",
    does: "sends the size of a chunk, in digits without end",
    plays: endless(chunked, "0"),
    want: { code: 1 },
  },
  {
    ...atPods,
    name: "endless-chunk-extension",
    does: "sends an extension to a chunk without end, and no data",
    plays: endless([...chunked.slice(0, -1), "5;a="], "a"),
    want: { code: 1 },
  },
  {
    ...atPods,
    name: "endless-trailers",
    does: "sends trailers without end",
    plays: endless([...chunked.slice(0, -1), "2", "{}", "0", ""], "X-More: yes\r\n"),
    want: { code: 1 },
  },
  {
    ...atPods,
    name: "half-a-body",
    does: "sends half of its body and falls silent",
    plays: ({ socket, sound: { text } }) => {
      socket.write([...jsonHead, `Content-Length: ${text.length}`, "", text.slice(0, text.length / 2)].join("\r\n"));
    },
    want: never,
  },
  ...hereAndEverywhere(
    { name: "endless-header", does: "sends one header without end", plays: endless([...jsonHead, "X-Long: "], "a") },
    { here: { code: 1, says: overflow }, all: overflow },
  ),
  ...hereAndEverywhere(
    {
      name: "endless-headers",
      does: "sends headers without end",
      plays: endless([...jsonHead, ""], "X-More: yes\r\n"),
    },
    { here: { code: 1, says: overflow }, all: overflow },
  ),
  {
    ...atPods,
    name: "dripping-headers",
    does: "sends a header every now and then without end",
    plays: dripping([...jsonHead, ""], "X-More: yes\r\n"),
    want: never,
  },
  {
    ...atPods,
    name: "huge-header",
    does: "sends a header of a megabyte",
    plays: raw(...jsonHead, `X-Long: ${"a".repeat(1024 * 1024)}`, "Content-Length: 2", "", "{}"),
    want: { code: 1, says: overflow },
  },
  ...hereAndEverywhere(
    { name: "endless-status-line", does: "sends a reason phrase without end", plays: endless(["HTTP/1.1 200 "], "O") },
    { here: { code: 1 }, all: /no complete answer|no connection/ },
  ),
  ...hereAndEverywhere(
    {
      name: "endless-version",
      does: "sends the version of HTTP in digits without end",
      plays: endless(["HTTP/1."], "1"),
    },
    { here: { code: 1 }, all: /no connection/ },
  ),
  {
    ...atPods,
    name: "endless-continue",
    does: "says 100 Continue without end",
    plays: endless([], "HTTP/1.1 100 Continue\r\n\r\n"),
    want: { code: 1 },
  },
  {
    ...atPods,
    name: "endless-early-hints",
    does: "says 103 Early Hints without end",
    plays: endless([], "HTTP/1.1 103 Early Hints\r\nLink: </a>; rel=preload\r\n\r\n"),
    want: never,
  },
  ...hereAndEverywhere(
    { name: "silence", does: "takes a request and says nothing", plays: () => {} },
    { here: never, all: late },
  ),
];
