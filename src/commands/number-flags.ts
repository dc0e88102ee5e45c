import { parseShard } from "../../conformance/run/shard.ts";
import { UsageError } from "./usage-error.ts";

/* Flags that are numbers: each is read by a function that throws a UsageError for what is none. */

const mostConcurrent = 64;

export function readConcurrency(text: string): number {
  const count = Number(text);
  if (Number.isInteger(count) && count > 0 && count <= mostConcurrent) return count;
  throw new UsageError(`--concurrency ${text} is not a number of checks from 1 to ${mostConcurrent}.`);
}

export function readMaxMinutes(text: string | undefined): number | undefined {
  if (text === undefined) return undefined;
  const minutes = Number(text);
  if (minutes > 0 && Number.isFinite(minutes)) return minutes;
  throw new UsageError(`--max-minutes ${text} is not a number of minutes.`);
}

export function readShard(text: string) {
  try {
    return parseShard(text);
  } catch (error) {
    throw new UsageError((error as Error).message, { cause: error });
  }
}

export function readRate(text: string): number {
  const rate = Number(text.replace(/\/s$/, ""));
  if (rate > 0 && rate <= 10_000) return rate;
  throw new UsageError(`--rate ${text} is not a number of requests a second: write 10, or 0.5 for one in two seconds.`);
}

export function readMaxRequests(text: string): number {
  const count = Number(text);
  if (Number.isInteger(count) && count > 0) return count;
  throw new UsageError(`--max-requests ${text} is not a number of requests.`);
}

export function readTimeout(text: string): number {
  const timeoutMs = Number(text);
  if (Number.isInteger(timeoutMs) && timeoutMs > 0 && timeoutMs < 2 ** 31) return timeoutMs;
  throw new UsageError(`--timeout ${text} is not a number of milliseconds below 2147483648.`);
}
