import { apiIds, apis } from "../apis/index.ts";
import { createMock } from "../mock/create-mock.ts";
import { createReferenceServer } from "../reference/create-reference-server.ts";
import { referenceToken } from "../reference/reference-data.ts";
import { readApi } from "./run-options.ts";
import { UsageError } from "./usage-error.ts";

export interface MockFlags {
  readonly port: string;
  readonly host: string;
  readonly stateful?: boolean;
}

const staticHint = "Any token will do. Prefer: code=404, example=NAME or dynamic=true chooses the answer.";
const statefulHint = `The token ${referenceToken} may do everything; what is created stays until the end.`;

/** `poolproof mock`: serves until it is told to end. */
export async function mock(words: readonly string[], { port, host, stateful = false }: MockFlags): Promise<void> {
  const ids = words.length === 0 ? apiIds : [...new Set(words.map(readApi))];
  const serving = { apis: ids, port: readPort(port), hostname: host };
  const running = await (stateful ? createReferenceServer(serving) : createMock(serving)).catch(
    (cause: NodeJS.ErrnoException) => {
      throw explain(cause, port, host);
    },
  );
  for (const id of ids) process.stdout.write(`${apis[id].title.padEnd(16)} ${running.baseUrls[id]}\n`);
  process.stderr.write(`${stateful ? statefulHint : staticHint} Ctrl-C ends it.\n`);
  for (const signal of ["SIGINT", "SIGTERM"] as const) process.once(signal, () => void running.close());
}

function readPort(text: string): number {
  const port = Number(text);
  if (/^\d+$/.test(text) && port <= 65_535) return port;
  throw new UsageError(`--port ${text} is not a port: give a number from 0 (any free one) to 65535.`);
}

function explain(cause: NodeJS.ErrnoException, port: string, host: string): Error {
  if (cause.code === "EADDRINUSE")
    return new UsageError(`Port ${port} is in use: give another, or --port 0 for any free one.`, { cause });
  if (cause.code === "EACCES")
    return new UsageError(`Port ${port} may not be opened by this user: give one from 1024 on.`, { cause });
  if (cause.code === "EADDRNOTAVAIL" || cause.code === "ENOTFOUND")
    return new UsageError(`--host ${host} is no address of this machine.`, { cause });
  return cause;
}
