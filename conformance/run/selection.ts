import type { Check } from "../kit/check.ts";
import { isInShard, type Shard } from "./shard.ts";

/** Which checks of a suite a run is to do; all unless something is named. */
export interface Selection {
  /** Ids or beginnings of ids. */
  readonly only?: readonly string[] | undefined;
  readonly shard?: Shard | undefined;
}

export function selectChecks(checks: readonly Check[], { only, shard }: Selection): readonly Check[] {
  const isNamed = ({ id }: Check) => !only || only.some((prefix) => id.startsWith(prefix));
  return checks.filter((check) => isNamed(check) && (!shard || isInShard(check.id, shard, check)));
}
