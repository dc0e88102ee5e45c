import type { CheckResult } from "../../conformance/results/report.ts";
import { countOf } from "./count-of.ts";

/** Tells how far a run has come: on one line that is written over on a terminal, on a few plain lines elsewhere. */
export interface Progress {
  readonly begin: (label: string, total: number) => void;
  readonly request: (count: number) => void;
  readonly result: (result: CheckResult) => void;
  /** Takes the live line away, so that something else can be printed. */
  readonly clear: () => void;
}

export interface ProgressStream {
  readonly isTTY?: boolean;
  readonly columns?: number;
  readonly write: (text: string) => unknown;
}

const shortestPauseMs = 80;

export function createProgress(stream: ProgressStream, now: () => number = () => performance.now()): Progress {
  const isLive = stream.isTTY === true;
  let label = "";
  let total = 0;
  let done = 0;
  let failed = 0;
  let requests = 0;
  let latest = "";
  let beganMs = 0;
  let drawnMs = Number.NEGATIVE_INFINITY;
  let quarter = 0;

  const numbers = () =>
    `${label}: ${done} of ${countOf(total, "check")}, ${failed} failed, ${countOf(requests, "request")}`;

  const draw = () => {
    if (!isLive || now() - drawnMs < shortestPauseMs) return;
    drawnMs = now();
    const seconds = Math.floor((now() - beganMs) / 1000);
    const line = `${numbers()}, ${seconds} s  ${latest}`;
    // No longer than the terminal is wide, since only one line can be written over.
    stream.write(`\r\x1b[2K${line.slice(0, (stream.columns ?? 80) - 1)}`);
  };

  return {
    begin: (name, checks) => {
      [label, total, done, failed, requests, latest, quarter] = [name, checks, 0, 0, 0, "", 0];
      beganMs = now();
      draw();
    },
    request: (count) => {
      requests = count;
      draw();
    },
    result: ({ id, verdict }) => {
      done += 1;
      if (verdict === "fail") failed += 1;
      latest = id;
      draw();
      const reached = Math.floor((4 * done) / total);
      if (!isLive && reached > quarter) stream.write(`${numbers()}\n`);
      quarter = reached;
    },
    clear: () => {
      if (isLive && drawnMs > Number.NEGATIVE_INFINITY) stream.write("\r\x1b[2K");
      drawnMs = Number.NEGATIVE_INFINITY;
    },
  };
}
