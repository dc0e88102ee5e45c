import type { ServerResponse } from "node:http";
import { Readable } from "node:stream";
import { pipeline } from "node:stream/promises";
import type { ReadableStream } from "node:stream/web";
import type { Answered } from "../front/answer.ts";

/**
 * Sends an answer to the client that waits for it.
 * @throws what the stream of a Response fails with, and if the client is gone before its end
 */
export async function writeAnswer(answered: Answered, response: ServerResponse): Promise<void> {
  if (answered instanceof Response) return writeResponse(answered, response);
  const { status, headers, text } = answered;
  if (text === undefined) {
    response.writeHead(status, headers).end();
    return;
  }
  const length = Buffer.byteLength(text);
  response.writeHead(status, { ...headers, "content-length": length });
  // As text, which leaves together with the head; bytes would leave after it. Text of ASCII alone is the same in both
  // encodings, and Node sends it with less ado in this one.
  response.end(text, length === text.length ? "latin1" : "utf8");
}

async function writeResponse({ status, headers, body }: Response, response: ServerResponse): Promise<void> {
  response.writeHead(status, [...headers].flat());
  if (body) await pipeline(Readable.fromWeb(body as ReadableStream), response);
  else response.end();
}
