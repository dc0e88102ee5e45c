import { createServer, type Socket } from "node:net";
import { onTestFinished } from "vitest";

/** A server that nobody has any business with. */
export interface OtherServer {
  /** `http://127.0.0.1:4010`, without trailing slash. */
  readonly origin: string;
  /** What it was sent, by connection; empty texts for those that sent nothing. */
  readonly heard: readonly string[];
}

/** Listens on a free port until the test ends, and would answer anything. */
export async function openOtherServer(): Promise<OtherServer> {
  const heard: string[] = [];
  const sockets = new Set<Socket>();
  const server = createServer((socket) => {
    const index = heard.push("") - 1;
    sockets.add(socket);
    socket
      .on("error", () => {})
      .on("data", (bytes) => {
        heard[index] += bytes.toString("latin1");
        socket.end("HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\n{}");
      });
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  onTestFinished(() => {
    for (const socket of sockets) socket.destroy();
    server.close();
  });
  const address = server.address();
  const port = typeof address === "object" ? address?.port : undefined;
  return { origin: `http://127.0.0.1:${port}`, heard };
}
