import type { ServerResponse } from "node:http";
import type { Socket } from "node:net";
import type { ApiId } from "../../../src/apis/index.ts";

/** A request as a hostile server sees it. */
export interface Asked {
  readonly method: string;
  /** Below the base path of the API: `/runners/1/pods`. */
  readonly path: string;
  readonly query: URLSearchParams;
  readonly headers: Headers;
  readonly text: string;
}

/** A whole answer, decently put. */
export interface Reply {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string | Buffer;
}

/** One request that is to be answered with malice. */
export interface Turn {
  readonly asked: Asked;
  /** What a good server would say. */
  readonly sound: {
    readonly status: number;
    readonly headers: Readonly<Record<string, string>>;
    readonly text: string;
  };
  /** Which of the requests that are answered so this is: 1 for the first. */
  readonly count: number;
  readonly response: ServerResponse;
  /** The connection, for those who do without HTTP. */
  readonly socket: Socket;
  /** Where this server stands, with scheme and port. */
  readonly here: string;
  /** Another server, which nobody has any business with. */
  readonly elsewhere: string;
}

export type Play = (turn: Turn) => void;

/** A way in which a server can be out to harm whoever asks it, or be out of its mind. */
export interface Hostility {
  readonly name: string;
  /** Completes "a server that …". */
  readonly does: string;
  readonly api: ApiId;
  /** Which requests it spoils; the others are answered as the reference server does. */
  readonly spoils: (asked: Asked) => boolean;
  readonly plays: Play;
  /** Done to every connection as it is opened, in place of all else. */
  readonly greets?: (socket: Socket) => void;
  /** The scheme under which the command is sent there; `http` unless given. */
  readonly scheme?: "http" | "https";
  /** Beginnings of the ids of the checks that meet it. */
  readonly only: readonly string[];
  /** Time for a request, in milliseconds. */
  readonly timeoutMs?: number;
  /** Longest that the whole command may take, in milliseconds. */
  readonly limitMs?: number;
  readonly want: Want;
}

/** The true end of a run. */
export interface Want {
  readonly code: 0 | 1 | 2 | 3;
  /** What is told about it: on stderr with code 2, in the findings and reasons of the report otherwise. */
  readonly says?: RegExp;
}
