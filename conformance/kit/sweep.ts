import { valueAt } from "../../src/contract/json-pointer.ts";
import { isPathValue } from "../../src/contract/route.ts";
import type { CheckContext } from "./context.ts";
import type { Ask } from "./exchange.ts";
import { type Creation, type Leftover, remove } from "./ledger.ts";
import type { Session } from "./session.ts";

/** A list in which everything that a run has created can be found by its name. */
export interface OwnList {
  readonly creation: Creation;
  readonly operationId: string;
  readonly ask: (context: CheckContext) => Promise<Ask> | Ask;
  /** JSON pointers: to the items, and within one to its id and name. */
  readonly items: string;
  readonly id: string;
  readonly name: string;
  /** Whether the list may go on on further pages. */
  readonly isPaged: boolean;
  /** The operations that create and change what is listed. */
  readonly createWith: string;
  readonly updateWith: string;
  /** JSON pointers, in what shows a thing, to what never changes. */
  readonly steady: readonly string[];
}

/** Ids of what was found and is gone now, and what is still there. */
export interface Swept {
  readonly removed: readonly string[];
  readonly left: readonly Leftover[];
}

/**
 * Looks once more for things that bear the run's name: a creation whose answer got lost, a deletion that was only
 * claimed. Removes them; what is still there after that is left over.
 */
export async function sweep(context: CheckContext, session: Session, own: OwnList | undefined): Promise<Swept> {
  if (!own || !context.has("state") || !context.has("write")) return { removed: [], left: [] };
  const reasons = new Map<string, string>();
  for (const [id, url] of await find(context, session, own))
    reasons.set(id, await remove(session, own.creation, id, { url }));
  if (reasons.size === 0) return { removed: [], left: [] };
  const still = await find(context, session, own);
  const left = [...still.keys()].map((id) => ({
    what: id,
    reason: reasons.get(id) || `${own.creation.removeWith} was answered, and it is still listed`,
  }));
  return { removed: [...reasons.keys()].filter((id) => !still.has(id)), left };
}

/** Ids of our things in the list, with the URL under which they were found. */
async function find(context: CheckContext, session: Session, own: OwnList): Promise<Map<string, string>> {
  // A target that names too little to be asked, or does not answer, must not cost the run its result.
  const look = async () => session.send(session.operation(own.operationId), await own.ask(context), "success");
  const listed = await look().catch(() => undefined);
  const found = new Map<string, string>();
  if (!listed) return found;
  const items = valueAt(listed.json, own.items);
  for (const item of Array.isArray(items) ? items : []) {
    const [id, name] = [valueAt(item, own.id), valueAt(item, own.name)];
    const isOurs = typeof name === "string" && name.startsWith(context.namePrefix);
    if (typeof id === "string" && isPathValue(id) && isOurs) found.set(id, listed.request.url);
  }
  return found;
}
