import { createServer, type RequestListener } from "node:http";
import { createServer as createSecureServer } from "node:https";
import type { AddressInfo } from "node:net";
import type { Answering } from "../front/answer.ts";
import { NodeIncoming } from "./node-incoming.ts";
import { writeAnswer } from "./write-answer.ts";

/** A server as a function; the same one runs on a port, inside a test and in a browser. */
export type FetchHandler = (request: Request) => Promise<Response> | Response;

export interface RunningServer {
  /** `http://127.0.0.1:4010`, without trailing slash; of a server at every address of this machine, one of them. */
  readonly url: string;
  readonly close: () => Promise<void>;
}

export interface ServeOptions {
  /** 0 takes any free port. */
  readonly port?: number;
  readonly hostname?: string;
  /** Serves HTTPS with these. */
  readonly tls?: Tls;
}

/** A certificate and its private key, both as PEM. */
export interface Tls {
  readonly cert: string;
  readonly key: string;
}

/**
 * Puts a handler on a port of this machine.
 * @throws {Error} with the code of the system (EADDRINUSE, EACCES) if the port cannot be had, and of OpenSSL if certificate and key do not fit
 */
export function serve(handler: FetchHandler, options: ServeOptions = {}): Promise<RunningServer> {
  return serveAnswers(async (incoming) => handler(incoming.toRequest()), options);
}

/**
 * The same for what needs no Request, which is then not made.
 * @throws {Error} as `serve` does
 */
export async function serveAnswers(answer: Answering, options: ServeOptions = {}): Promise<RunningServer> {
  const { port = 0, hostname = "127.0.0.1", tls } = options;
  const scheme = tls ? "https" : "http";
  const listener: RequestListener = async (message, response) => {
    const incoming = NodeIncoming.read(message, response, scheme);
    if (!incoming) return response.writeHead(400, { connection: "close" }).end();
    try {
      await writeAnswer(await answer(incoming), response);
    } catch {
      // Whatever fails behind an API's front is answered there; this is a client that broke off, or a handler of a test.
      if (!response.headersSent) response.writeHead(500);
      response.end();
    }
  };
  // Repeated headers are then what a Request would make of them.
  const joinDuplicateHeaders = true;
  const server = tls
    ? createSecureServer({ ...tls, joinDuplicateHeaders }, listener)
    : createServer({ joinDuplicateHeaders }, listener);
  await new Promise<void>((resolve, reject) => {
    server.once("error", reject);
    server.listen(port, hostname, () => {
      server.off("error", reject);
      resolve();
    });
  });
  const address = server.address() as AddressInfo;
  return {
    url: `${scheme}://${hostOf(address)}:${address.port}`,
    close: () =>
      new Promise((resolve, reject) => {
        server.close((error) => (error ? reject(error) : resolve()));
        // Clients keep connections open; waiting for them would keep the process alive.
        server.closeAllConnections();
      }),
  };
}

/** Where a client on this machine finds the server: addresses for all are none that one can ask everywhere. */
function hostOf({ address, family }: AddressInfo): string {
  if (address === "0.0.0.0") return "127.0.0.1";
  if (address === "::") return "[::1]";
  return family === "IPv6" ? `[${address}]` : address;
}
