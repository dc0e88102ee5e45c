import { Agent as HttpAgent, type IncomingMessage, request as requestHttp } from "node:http";
import { Agent as HttpsAgent, request as requestHttps } from "node:https";
import { urlToHttpOptions } from "node:url";
import { type Bounds, exchangeWithin } from "../client/bounds.ts";
import { decodeContent } from "./decode-content.ts";
import { TooLarge } from "./read-bounded.ts";
import type { OutgoingRequest, Transport, WholeAnswer } from "./transport.ts";

/** Sent unless a request has its own. */
const usualHeaders = { "accept-encoding": "gzip, deflate, br", "user-agent": "poolproof" };

/**
 * The network, by connections that are used again. A run of some thousand small exchanges spends a third of its time
 * in Node's fetch, and half of that here.
 * @throws {ClientError} network, timeout, too-large
 */
export function createHttpTransport(bounds: Bounds): Transport {
  const options = { keepAlive: true };
  const http = { request: requestHttp, agent: new HttpAgent(options) };
  const https = { request: requestHttps, agent: new HttpsAgent(options) };
  const open = (asked: OutgoingRequest, onAnswer: (incoming: IncomingMessage) => void) => {
    const url = new URL(asked.url);
    const { request, agent } = url.protocol === "https:" ? https : http;
    const { method, headers, text } = asked;
    const length = text === undefined ? {} : { "content-length": Buffer.byteLength(text) };
    const all = { ...usualHeaders, ...headers, ...length };
    return request({ ...urlToHttpOptions(url), method, headers: all, agent }, onAnswer);
  };

  return (asked) =>
    exchangeWithin(
      bounds,
      asked,
      (signal) =>
        new Promise<WholeAnswer>((resolve, reject) => {
          let answer: IncomingMessage | undefined;
          const outgoing = open(asked, (incoming) => {
            answer = incoming;
            readWhole(incoming, bounds).then(resolve, reject);
          });
          signal.addEventListener("abort", () => outgoing.destroy());
          outgoing.on("error", (cause) => {
            // Bytes after the end of an answer make no difference to it.
            if (!answer?.complete) reject(cause);
          });
          outgoing.on("upgrade", (_, socket) => {
            socket.destroy();
            reject(new Error("the server changed to another protocol (101)"));
          });
          outgoing.end(asked.text);
        }),
    );
}

/** @throws {TooLarge} or whatever ended the connection */
async function readWhole(incoming: IncomingMessage, { maxBodyBytes }: Bounds): Promise<WholeAnswer> {
  const status = incoming.statusCode ?? 0;
  const compressed = await readBytes(incoming, maxBodyBytes);
  // As a Response of fetch has it.
  if (status < 200 || status > 599) throw new RangeError(`${status} is no status of an answer`);
  const headers = new Headers();
  const { rawHeaders } = incoming;
  for (let index = 0; index < rawHeaders.length; index += 2)
    headers.append(rawHeaders[index] ?? "", rawHeaders[index + 1] ?? "");
  const bytes = await decodeContent(compressed, headers.get("content-encoding"), maxBodyBytes);
  return { status, headers, bytes };
}

function readBytes(incoming: IncomingMessage, maxBytes: number): Promise<Uint8Array> {
  return new Promise((resolve, reject) => {
    const chunks: Buffer[] = [];
    let length = 0;
    incoming.on("data", (chunk: Buffer) => {
      length += chunk.length;
      if (length <= maxBytes) chunks.push(chunk);
      else incoming.destroy(new TooLarge(`the body is larger than ${maxBytes} bytes`));
    });
    incoming.on("end", () => resolve(chunks.length === 1 && chunks[0] ? chunks[0] : Buffer.concat(chunks)));
    incoming.on("error", reject);
    // Of a connection that ended before its answer did.
    incoming.on("close", () => {
      if (!incoming.complete) reject(new Error("the connection was closed before the answer was complete"));
    });
  });
}
