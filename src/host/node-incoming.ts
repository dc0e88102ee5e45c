import type { IncomingMessage, ServerResponse } from "node:http";
import { Readable } from "node:stream";
import type { Incoming, IncomingHeaders } from "../front/incoming.ts";

/** A request that came over the network, read no further than it is asked for. */
export class NodeIncoming implements Incoming {
  readonly url: URL;
  readonly headers: IncomingHeaders;
  readonly notes: string[] = [];
  readonly #message: IncomingMessage;
  readonly #response: ServerResponse;

  /** Undefined for a target or Host that make no URL. */
  static read(message: IncomingMessage, response: ServerResponse, scheme: "http" | "https"): NodeIncoming | undefined {
    const { url: target = "/", headers } = message;
    // A proxy is sent the whole URL, and so might be whoever is taken for one (RFC 9112, 3.2.2).
    const url = URL.parse(target.startsWith("/") ? `${scheme}://${headers.host ?? "localhost"}${target}` : target);
    return url ? new NodeIncoming(url, message, response) : undefined;
  }

  private constructor(url: URL, message: IncomingMessage, response: ServerResponse) {
    this.url = url;
    this.headers = new NodeHeaders(message);
    this.#message = message;
    this.#response = response;
  }

  get method(): string {
    return this.#message.method ?? "GET";
  }

  get signal(): AbortSignal {
    const leaving = new AbortController();
    const leave = () => {
      if (!this.#response.writableFinished) leaving.abort();
    };
    if (this.#response.destroyed) leave();
    else this.#response.once("close", leave);
    return leaving.signal;
  }

  readText(maxBytes: number): Promise<string | undefined> {
    const message = this.#message;
    return new Promise((resolve, reject) => {
      const chunks: Buffer[] = [];
      let length = 0;
      const give = (text: string | undefined) => {
        message.removeAllListeners("data");
        resolve(text);
      };
      message.on("data", (chunk: Buffer) => {
        length += chunk.length;
        if (length <= maxBytes) return chunks.push(chunk);
        // Ends the transfer as well, once it has been answered.
        this.#response.setHeader("Connection", "close");
        return give(undefined);
      });
      message.once("end", () => give(decoder.decode(chunks.length === 1 ? chunks[0] : Buffer.concat(chunks))));
      message.once("error", reject);
    });
  }

  toRequest(): Request {
    const { method, rawHeaders } = this.#message;
    const headers = new Headers();
    for (let index = 0; index < rawHeaders.length; index += 2) {
      headers.append(rawHeaders[index] ?? "", rawHeaders[index + 1] ?? "");
    }
    const body = method === "GET" || method === "HEAD" ? null : (Readable.toWeb(this.#message) as ReadableStream);
    return new Request(this.url, {
      method: this.method,
      headers,
      body,
      signal: this.signal,
      duplex: "half",
    } as RequestInit);
  }
}

const decoder = new TextDecoder();

class NodeHeaders implements IncomingHeaders {
  readonly #message: IncomingMessage;

  constructor(message: IncomingMessage) {
    this.#message = message;
  }

  get(name: string): string | null {
    const value = this.#message.headers[name.toLowerCase()];
    return Array.isArray(value) ? value.join(", ") : (value ?? null);
  }
}
