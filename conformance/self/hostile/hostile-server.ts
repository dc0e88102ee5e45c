import { createServer as createHttpServer, type IncomingMessage, type ServerResponse } from "node:http";
import { type AddressInfo, createServer, type Server, type Socket } from "node:net";
import { buffer } from "node:stream/consumers";
import { loadContract } from "../../../src/contract/load-contract.ts";
import type { FetchHandler } from "../../../src/host/serve.ts";
import { createReferenceHandler } from "../../../src/reference/create-reference-handler.ts";
import type { Asked, Hostility } from "./hostility.ts";

export interface HostileServer {
  /** Base URL of the API, as `--url` takes it. */
  readonly url: string;
  /** How often somebody came to the other server, which is nobody's business. */
  readonly strayed: () => number;
  readonly close: () => Promise<void>;
}

/** Serves a reference server that is hostile to some requests or to all, on a free port. */
export async function createHostileServer(hostility: Hostility): Promise<HostileServer> {
  const handle = await createReferenceHandler([hostility.api]);
  const basePath = await basePathOf(hostility);
  let strayed = 0;
  const other = await listen(
    createServer((socket) => {
      strayed += 1;
      socket.on("error", () => {});
      socket.end("HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\n{}");
    }),
  );
  let count = 0;
  const answer = async (request: IncomingMessage, response: ServerResponse) => {
    const asked = await askedOf(request, basePath);
    const sound = await soundAnswer(handle, main.origin, request, asked);
    if (!hostility.spoils(asked)) {
      response.writeHead(sound.status, sound.headers).end(sound.text);
      return;
    }
    count += 1;
    const { socket } = request;
    hostility.plays({ asked, sound, count, response, socket, here: main.origin, elsewhere: other.origin });
  };
  // Whoever is cut off in the middle is nobody to answer.
  const server = hostility.greets
    ? createServer(hostility.greets)
    : createHttpServer((request, response) => void answer(request, response).catch(() => request.destroy()));
  const main = await listen(server);
  return {
    url: `${main.origin.replace("http:", `${hostility.scheme ?? "http"}:`)}${basePath}`,
    strayed: () => strayed,
    close: async () => {
      await Promise.all([main.close(), other.close()]);
    },
  };
}

async function listen(server: Server): Promise<{ origin: string; close: () => Promise<void> }> {
  const sockets = new Set<Socket>();
  server.on("connection", (socket: Socket) => {
    sockets.add(socket);
    socket.on("close", () => sockets.delete(socket)).on("error", () => {});
  });
  await new Promise<void>((resolve, reject) => {
    server.once("error", reject).listen(0, "127.0.0.1", resolve);
  });
  const close = () =>
    new Promise<void>((resolve) => {
      server.close(() => resolve());
      for (const socket of sockets) socket.destroy();
    });
  return { origin: `http://127.0.0.1:${(server.address() as AddressInfo).port}`, close };
}

async function askedOf(request: IncomingMessage, basePath: string): Promise<Asked> {
  const url = new URL(request.url ?? "/", "http://127.0.0.1");
  return {
    method: request.method ?? "GET",
    path: url.pathname.startsWith(basePath) ? url.pathname.slice(basePath.length) : url.pathname,
    query: url.searchParams,
    headers: new Headers(request.headers as Record<string, string>),
    text: (await buffer(request)).toString("utf8"),
  };
}

async function soundAnswer(handle: FetchHandler, origin: string, request: IncomingMessage, asked: Asked) {
  const { method, headers, text } = asked;
  const response = await handle(
    new Request(`${origin}${request.url}`, { method, headers, ...(text !== "" && { body: text }) }),
  );
  return { status: response.status, headers: Object.fromEntries(response.headers), text: await response.text() };
}

async function basePathOf({ api }: Hostility): Promise<string> {
  const { bundle, basePaths } = await loadContract(api);
  const variables = bundle.servers[0]?.variables ?? {};
  return (basePaths[0] ?? "").replaceAll(/\{([^}]+)\}/g, (_, name: string) => variables[name]?.default ?? name);
}
