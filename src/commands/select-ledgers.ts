import { orList } from "../contract/describe-value.ts";
import type { FoundLedger } from "../ledger/ledger-file.ts";
import { UsageError } from "./usage-error.ts";

/**
 * The ledgers of runs against one target, in their order.
 * @param url a base URL as a run had it, or the origin of one
 * @throws {UsageError} if there are ledgers, and none of this target
 */
export function selectLedgers(url: string, ledgers: readonly FoundLedger[]): readonly FoundLedger[] {
  const asked = addressOf(url);
  const selected = ledgers.filter(({ header }) => [addressOf(header.url), new URL(header.url).origin].includes(asked));
  if (selected.length > 0 || ledgers.length === 0) return selected;
  const targets = [...new Set(ledgers.map(({ header }) => header.url))];
  // What was given is not repeated, as people put tokens into addresses.
  throw new UsageError(`--url names no target that a run has left anything in; there is ${orList(targets)}.`);
}

/** Without slash at the end, user name, password and query; an empty text for what is no address. */
function addressOf(url: string): string {
  if (!URL.canParse(url)) return "";
  const { origin, pathname } = new URL(url);
  return `${origin}${pathname.replace(/\/+$/, "")}`;
}
