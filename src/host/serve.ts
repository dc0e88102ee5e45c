import { createServer as createSecureServer } from "node:https";
import type { AddressInfo } from "node:net";
import { createAdaptorServer, type HttpBindings } from "@hono/node-server";
import { RESPONSE_ALREADY_SENT } from "@hono/node-server/utils/response";
import type { Answer, Answered } from "../front/answer.ts";

/** A server as a function; the same one runs on a port, inside a test and in a browser. */
export type FetchHandler = (request: Request) => Promise<Response> | Response;

export interface RunningServer {
  /** `http://127.0.0.1:4010`, without trailing slash. */
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
export async function serve(
  handler: (request: Request) => Promise<Answered> | Answered,
  options: ServeOptions = {},
): Promise<RunningServer> {
  const { port = 0, hostname = "127.0.0.1", tls } = options;
  const server = createAdaptorServer({
    fetch: async (request, { outgoing }) => {
      const answered = await handler(request);
      return answered instanceof Response ? answered : write(answered, outgoing as HttpBindings["outgoing"]);
    },
    overrideGlobalObjects: false,
    ...(tls && { createServer: createSecureServer, serverOptions: { ...tls } }),
  });
  await new Promise<void>((resolve, reject) => {
    server.once("error", reject);
    server.listen(port, hostname, () => {
      server.off("error", reject);
      resolve();
    });
  });
  const address = server.address() as AddressInfo;
  const host = address.family === "IPv6" ? `[${address.address}]` : address.address;
  return {
    url: `${tls ? "https" : "http"}://${host}:${address.port}`,
    close: () =>
      new Promise((resolve, reject) => {
        server.close((error) => (error ? reject(error) : resolve()));
        // Clients keep connections open; waiting for them would keep the process alive.
        if ("closeAllConnections" in server) server.closeAllConnections();
      }),
  };
}

/** Past Response, whose body would have to be read from a stream first. */
function write({ status, headers, text }: Answer, outgoing: HttpBindings["outgoing"]): Response {
  const bytes = text === undefined ? undefined : Buffer.from(text);
  const length = bytes && { "content-length": bytes.length };
  outgoing.writeHead(status, { ...headers, ...length });
  outgoing.end(bytes);
  return RESPONSE_ALREADY_SENT;
}
