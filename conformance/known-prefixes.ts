import { UsageError } from "../src/commands/usage-error.ts";
import { orList } from "../src/contract/describe-value.ts";
import type { Suite } from "./kit/suite.ts";

/**
 * A prefix that no check has would make a run of no checks, which every server passes.
 * @throws {UsageError} for the first of them, with what was likely meant
 */
export async function assertKnownPrefixes({ api, checks }: Suite, only: readonly string[] = []): Promise<void> {
  const unmatched = only.find((prefix) => !checks.some(({ id }) => id.startsWith(prefix)));
  if (unmatched === undefined) return;
  const ids = checks.map(({ id }) => id);
  const likely = (await import("./likely-ids.ts")).likelyIds(unmatched, ids);
  const remedy = likely.length === 0 ? `poolproof checks ${api} lists them.` : `did you mean ${orList(likely)}?`;
  throw new UsageError(`No check of ${api} begins with ${unmatched}; ${remedy}`);
}
