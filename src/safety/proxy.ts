import { createServer, request as httpRequest, type IncomingMessage, type ServerResponse } from "node:http";
import { type AddressInfo, connect, type Socket } from "node:net";
import { onTestFinished } from "vitest";

/** A proxy that takes down what passes. */
export interface Proxy {
  /** `127.0.0.1:4010` */
  readonly authority: string;
  /** Where tunnels were asked to lead. */
  readonly tunnels: readonly string[];
  /** URLs of requests that were handed over in the clear. */
  readonly forwarded: readonly string[];
  /** Of either kind, what was said to the proxy itself: `Proxy-Authorization`. */
  readonly authorizations: readonly (string | undefined)[];
  /** All that was sent to it, bytes in tunnels included. */
  readonly heard: () => string;
}

/** Serves a proxy on a free port until the test ends; one that refuses answers each request with a status. */
export async function openProxy(refusal?: number): Promise<Proxy> {
  const sockets = new Set<Socket>();
  const heard: Buffer[] = [];
  const tunnels: string[] = [];
  const forwarded: string[] = [];
  const authorizations: (string | undefined)[] = [];
  const keep = (socket: Socket) => {
    sockets.add(socket);
    socket.on("error", () => socket.destroy()).on("close", () => sockets.delete(socket));
  };

  const server = createServer((request, response) => {
    forwarded.push(request.url ?? "");
    authorizations.push(request.headers["proxy-authorization"]);
    if (refusal !== undefined) response.writeHead(refusal).end();
    else forward(request, response);
  });
  server.on("connection", (socket: Socket) => {
    keep(socket);
    socket.on("data", (bytes) => heard.push(bytes));
  });
  server.on("connect", (request: IncomingMessage, socket: Socket) => {
    tunnels.push(request.url ?? "");
    authorizations.push(request.headers["proxy-authorization"]);
    if (refusal !== undefined) {
      socket.end(`HTTP/1.1 ${refusal} No\r\nContent-Length: 0\r\n\r\n`);
      return;
    }
    const { hostname, port } = new URL(`http://${request.url}`);
    const onward = connect(Number(port), hostname, () => {
      socket.write("HTTP/1.1 200 OK\r\n\r\n");
      onward.pipe(socket).pipe(onward);
    });
    keep(onward);
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  onTestFinished(() => {
    for (const socket of sockets) socket.destroy();
    server.close();
  });
  return {
    authority: `127.0.0.1:${(server.address() as AddressInfo).port}`,
    tunnels,
    forwarded,
    authorizations,
    heard: () => Buffer.concat(heard).toString("latin1"),
  };
}

function forward(request: IncomingMessage, response: ServerResponse): void {
  const { method, url = "", headers } = request;
  const onward = httpRequest(url, { method, headers }, (answer) => {
    response.writeHead(answer.statusCode ?? 502, answer.headers);
    answer.pipe(response);
  });
  onward.on("error", () => response.destroy());
  request.pipe(onward);
}
