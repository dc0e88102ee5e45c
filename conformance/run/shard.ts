import { createHash } from "node:crypto";
import { UsageError } from "../../src/commands/usage-error.ts";
import type { Check } from "../kit/check.ts";

/** One part of a suite, for several machines to share it. */
export interface Shard {
  /** 1 to `of`. */
  readonly index: number;
  readonly of: number;
}

const mostShards = 99;

/**
 * Operations that use up what a fixture names, and those that would show it: the checks of all of them go to one machine,
 * so that one id is enough, and nobody misses what another machine has deleted.
 */
const consuming = ["terraform/deleteAgent/", "terraform/showAgent/", "scalr/deleteAgentPool/"] as const;

/**
 * Reads `2/4`.
 * @throws {UsageError} if it is no part of a whole of 1 to 99
 */
export function parseShard(text: string): Shard {
  const [, index, of] = /^([1-9]\d?)\/([1-9]\d?)$/.exec(text)?.map(Number) ?? [];
  if (index === undefined || of === undefined || index > of) {
    const example = "write --shard 2/4 for the second of four machines";
    throw new UsageError(`--shard ${text} is no part of a whole: ${example}, ${mostShards} at most.`);
  }
  return { index, of };
}

/**
 * Whether a check is part of a shard. Every check is part of exactly one of `of`; which, follows from its id alone, so a
 * new check moves no other. Those that run alone (`isAlone`) share one, or they would be alone on their own machine only.
 */
export function isInShard(id: string, { index, of }: Shard, { isAlone = false }: Pick<Check, "isAlone"> = {}): boolean {
  return numberOf(isAlone || isConsuming(id) ? keyOfAll(id) : id) % of === index - 1;
}

function isConsuming(id: string): boolean {
  return consuming.some((beginning) => id.startsWith(beginning));
}

/** What those of one API have in common that must not be parted. */
function keyOfAll(id: string): string {
  return `${id.split("/")[0]}/`;
}

/** Hashed well, since ids are much alike. */
function numberOf(key: string): number {
  return createHash("sha256").update(key).digest().readUInt32BE();
}
