import { valueAt } from "../../src/contract/json-pointer.ts";
import { isSuccess } from "../../src/contract/judge-response.ts";
import { bearsName } from "../kit/bears-name.ts";
import { createContext } from "../kit/context.ts";
import { createLedger, type Leftover, remove } from "../kit/ledger.ts";
import { createLeftBehind } from "../kit/left-behind.ts";
import { randomId } from "../kit/random-id.ts";
import { createSession, type Session } from "../kit/session.ts";
import { createStock } from "../kit/stock.ts";
import type { Suite } from "../kit/suite.ts";
import { type OwnList, sweep } from "../kit/sweep.ts";
import type { Target } from "../kit/target.ts";
import type { Sleep } from "../kit/weather.ts";

export interface CleanUpOptions {
  readonly suite: Suite;
  readonly target: Target;
  /** How the names of everything began that the run created. */
  readonly namePrefix: string;
  /** What it is known to have created and not removed, in the order in which it was created. */
  readonly created: readonly { readonly id: string; readonly url: string }[];
  readonly sleep: Sleep;
}

export interface CleanedUp {
  readonly removed: readonly string[];
  readonly left: readonly Leftover[];
}

/** Finishes what a run could not: removes what it had created, and whatever else bears its name. Nothing else is touched. */
export async function cleanUp({ suite, target, namePrefix, created, sleep }: CleanUpOptions): Promise<CleanedUp> {
  const { own } = suite;
  if (!own) return { removed: [], left: [] };
  const session = createSession({ contract: suite.contract, target, sleep });
  const removed = new Set<string>();
  const leftBehind = createLeftBehind(session.secrets.redact);
  for (const { id, url } of created.toReversed()) {
    const reason = await removeOurs(session, own, namePrefix, id, url);
    if (reason === undefined) continue;
    if (reason === "") removed.add(id);
    else leftBehind.add([{ what: id, reason }]);
  }
  const ledger = createLedger({ session, namePrefix, hasState: true });
  const stock = createStock(target.fixtures, true);
  const context = createContext({ session, suite, ledger, namePrefix, stock, newId: randomId });
  const swept = await sweep(context, session, own);
  leftBehind.add(swept.left);
  // What was only claimed to be gone is not.
  for (const { what } of swept.left) removed.delete(what);
  for (const id of swept.removed) {
    removed.add(id);
    leftBehind.forget(id);
  }
  if (!swept.isComplete)
    leftBehind.add([{ what: target.baseUrl, reason: `${own.operationId} could not be read to its end` }]);
  return { removed: [...removed], left: leftBehind.list() };
}

/** Why it is still there, nothing if it is gone now, and undefined if it was gone before. */
async function removeOurs(session: Session, own: OwnList, namePrefix: string, id: string, url: string) {
  const { creation } = own;
  const shown = await session
    .send(session.operation(creation.showWith), creation.ask(id, { url }), "either")
    .catch((error: Error) => error);
  if (shown instanceof Error) return shown.message;
  if (shown.answer.status === 404) return undefined;
  if (!isSuccess(shown.answer.status)) return `${creation.showWith} was answered ${shown.answer.status}`;
  const name = valueAt(shown.json, creation.name);
  // By now the id may be somebody else's.
  if (!bearsName(name, namePrefix))
    return `it does not bear the run's name, so it was left alone: see to it yourself, then cleanup --forget`;
  return remove(session, creation, id, { url });
}
