import { type ChildProcess, spawn } from "node:child_process";
import type { AddressInfo } from "node:net";
import { createConnection, createServer } from "node:net";
import { setTimeout } from "node:timers/promises";

export interface StartedServer {
  /** Without trailing slash. */
  readonly origin: string;
  readonly stop: () => Promise<void>;
}

const retryMs = 50;

/** Starts a server as a process of its own on a free port, which the arguments are made for, and waits until it takes connections. */
export async function startServer(argsFor: (port: string) => readonly string[]): Promise<StartedServer> {
  const port = await freePort();
  const args = argsFor(String(port));
  const child: ChildProcess = spawn(process.execPath, args, { stdio: ["ignore", "ignore", "pipe"] });
  let said = "";
  child.stderr?.on("data", (chunk) => {
    said += chunk;
  });
  const closed = new Promise<void>((resolve) => child.once("close", () => resolve()));
  while (!(await takesConnections(port))) {
    if (child.exitCode !== null) throw new Error(`${args.join(" ")} ended: ${said}`);
    await setTimeout(retryMs);
  }
  const stop = async () => {
    child.kill("SIGTERM");
    await closed;
  };
  return { origin: `http://127.0.0.1:${port}`, stop };
}

async function freePort(): Promise<number> {
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const { port } = server.address() as AddressInfo;
  await new Promise((resolve) => server.close(resolve));
  return port;
}

function takesConnections(port: number): Promise<boolean> {
  return new Promise((resolve) => {
    const socket = createConnection(port, "127.0.0.1");
    socket.once("connect", () => {
      socket.destroy();
      resolve(true);
    });
    socket.once("error", () => resolve(false));
  });
}
