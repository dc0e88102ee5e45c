import { instead, jsonHead, raw } from "./answers.ts";
import type { Hostility, Play } from "./hostility.ts";
import { atCreations, atPods, everywhere, hereAndEverywhere } from "./places.ts";

/** A whole answer whose length is told in some way, after which the connection ends. */
const framed =
  (...lengths: readonly ((length: number) => string)[]): Play =>
  ({ socket, sound: { text } }) => {
    const length = Buffer.byteLength(text);
    socket.end([...jsonHead, ...lengths.map((tell) => tell(length)), "", text].join("\r\n"));
  };

const inChunks = (...lines: readonly string[]) => raw(...jsonHead, "Transfer-Encoding: chunked", "", ...lines, "");

const broken = { code: 1, says: /expected (?:an answer|JSON)/ } as const;

/** Answers whose beginning and end do not fit what is between. */
export const framedAnswers: readonly Hostility[] = [
  {
    ...atPods,
    name: "length-too-long",
    does: "tells a Content-Length longer than its body",
    plays: framed((length) => `Content-Length: ${length + 1000}`),
    want: broken,
  },
  {
    ...atPods,
    name: "length-too-short",
    does: "tells a Content-Length shorter than its body",
    plays: framed((length) => `Content-Length: ${length - 10}`),
    want: broken,
  },
  {
    ...atPods,
    name: "negative-length",
    does: "tells a negative Content-Length",
    plays: framed((length) => `Content-Length: -${length}`),
    want: broken,
  },
  {
    ...atPods,
    name: "huge-length",
    does: "tells a Content-Length of 30 digits",
    plays: framed(() => `Content-Length: ${"9".repeat(30)}`),
    want: broken,
  },
  {
    ...atPods,
    name: "two-lengths",
    does: "tells two lengths, and neither is true",
    plays: framed(
      (length) => `Content-Length: ${length - 1}`,
      (length) => `Content-Length: ${length + 1}`,
    ),
    want: broken,
  },
  {
    ...atPods,
    name: "length-and-chunks",
    does: "tells a length and sends chunks",
    plays: raw(...jsonHead, "Content-Length: 5", "Transfer-Encoding: chunked", "", "2", "{}", "0", "", ""),
    want: broken,
  },
  {
    ...atPods,
    name: "no-chunk-size",
    does: "sends a chunk without size",
    plays: inChunks("zz", "{}", "0", ""),
    want: broken,
  },
  {
    ...atPods,
    name: "negative-chunk",
    does: "sends a chunk of -1 byte",
    plays: inChunks("-1", "{}", "0", ""),
    want: broken,
  },
  {
    ...atPods,
    name: "huge-chunk",
    does: "sends a chunk whose size no number holds",
    plays: inChunks("F".repeat(20), "{}", "0", ""),
    want: broken,
  },
  ...hereAndEverywhere(
    {
      name: "no-head",
      does: "answers with a body alone, as HTTP/0.9 had it",
      plays: ({ socket }) => void socket.end("{}\r\n"),
    },
    { here: broken, all: /no connection/ },
  ),
  {
    ...everywhere,
    name: "other-protocol",
    does: "speaks another protocol",
    plays: raw("SSH-2.0-OpenSSH_9.6", ""),
    want: { code: 2, says: /no connection/ },
  },
  {
    ...everywhere,
    name: "early-answer",
    does: "answers before it is asked",
    timeoutMs: 500,
    plays: () => {},
    greets: (socket) => void socket.write([...jsonHead, "Content-Length: 14", "", '{"runners":[]}'].join("\r\n")),
    // Whoever asked cannot tell: it was there when the question had been sent.
    want: { code: 1, says: /expected/ },
  },
  {
    ...atPods,
    name: "other-protocol-offered",
    does: "answers 101 Switching Protocols, which nobody asked for",
    plays: raw("HTTP/1.1 101 Switching Protocols", "Connection: upgrade", "Upgrade: websocket", "", ""),
    want: broken,
  },
  {
    ...atCreations,
    spoils: ({ method }) => method === "DELETE",
    only: ["pulumi/deleteAgentPool/answers-as-documented", "pulumi/deleteAgentPool/forgets-what-it-deletes"],
    name: "body-on-204",
    does: "sends a body with a 204",
    plays: ({ socket, sound, response }) => {
      if (sound.status === 204) socket.write("HTTP/1.1 204 No Content\r\nContent-Length: 2\r\n\r\n{}");
      else response.writeHead(sound.status, sound.headers).end(sound.text);
    },
    want: { code: 1, says: /expected no body/ },
  },
  {
    ...atPods,
    spoils: ({ method }) => method === "HEAD",
    only: ["agentsmesh/getRunner/", "agentsmesh/listRunners/survives-head"],
    name: "body-on-head",
    does: "sends a body when it is asked for the head alone",
    plays: raw(...jsonHead, "Content-Length: 14", "", '{"runners":[]}'),
    // Nothing documents HEAD, and whoever asked has all that he asked for.
    want: { code: 0 },
  },
  {
    ...atPods,
    name: "reason-with-escapes",
    does: "puts terminal escapes into its reason phrase",
    plays: raw("HTTP/1.1 200 \u001b[2J\u001b[31mOK", "Content-Type: application/json", "Content-Length: 2", "", "{}"),
    want: { code: 1 },
  },
  {
    ...atPods,
    name: "cookies",
    does: "sets two hundred cookies with every answer",
    plays: instead(() => ({
      headers: { "set-cookie": Array.from({ length: 200 }, (_, i) => `c${i}=obviously-fake-${i}`) },
    })),
    want: { code: 0 },
  },
];
