import type { Writable } from "node:stream";
import type { Play, Turn } from "./hostility.ts";

/** Says what the reference server would say, but for what is given. */
export function say(
  { response, sound }: Turn,
  { status = sound.status, headers = {}, body = sound.text }: Partial<Said> = {},
): void {
  const { "content-length": _, ...others } = sound.headers;
  response.writeHead(status, { ...others, ...headers }).end(body);
}

interface Said {
  readonly status: number;
  readonly headers: Readonly<Record<string, string | string[]>>;
  readonly body: string | Uint8Array;
}

/** Says something else where the reference server would have given a document, and lets it refuse what it refuses. */
export const instead =
  (change: (turn: Turn) => Partial<Said>): Play =>
  (turn) =>
    say(turn, turn.sound.status < 300 && turn.sound.text !== "" ? change(turn) : {});

/** Puts another document in place of the one that was asked for. */
export const withDocument = (change: (document: Readonly<Record<string, unknown>>, turn: Turn) => unknown): Play =>
  instead((turn) => ({ body: JSON.stringify(change(JSON.parse(turn.sound.text), turn)) }));

/** Writes to the connection, past all rules; lines end as HTTP has it. */
export const raw =
  (...lines: readonly string[]): Play =>
  ({ socket }) => {
    socket.write(lines.join("\r\n"), "latin1");
  };

export const jsonHead = ["HTTP/1.1 200 OK", "Content-Type: application/json"] as const;

/** The beginning of an answer, and then one thing again and again, as fast as anybody takes it. */
export const endless =
  (lines: readonly string[], again: string): Play =>
  ({ socket }) => {
    socket.write(lines.join("\r\n"), "latin1");
    flood(socket, again);
  };

/** The beginning of an answer, and then one thing again and again, each time after a while. */
export const dripping =
  (lines: readonly string[], again: string): Play =>
  ({ socket }) => {
    socket.write(lines.join("\r\n"), "latin1");
    const drip = setInterval(() => socket.write(again), dripMs);
    socket.once("close", () => clearInterval(drip));
  };

const dripMs = 50;
const portionBytes = 16 * 1024;
const portionsAtOnce = 16;

function flood(stream: Writable, again: string): void {
  const portion = Buffer.from(again.repeat(Math.ceil(portionBytes / again.length)), "latin1");
  const pour = () => {
    let isTaken = true;
    for (let count = 0; isTaken && count < portionsAtOnce; count += 1)
      isTaken = !stream.destroyed && stream.write(portion);
    // Other connections are to get their turn as well.
    if (isTaken && !stream.destroyed) setImmediate(pour);
  };
  stream.on("drain", pour);
  pour();
}
