import { valueAt } from "../../src/contract/json-pointer.ts";
import { isSuccess } from "../../src/contract/judge-response.ts";
import { isPathValue } from "../../src/contract/route.ts";
import { bearsName } from "./bears-name.ts";
import type { CheckContext } from "./context.ts";
import type { Ask } from "./exchange.ts";
import { type Creation, type Leftover, remove } from "./ledger.ts";
import type { Session } from "./session.ts";
import { isWeather } from "./weather.ts";

/** A list in which everything that a run has created can be found by its name. */
export interface OwnList {
  readonly creation: Creation;
  readonly operationId: string;
  readonly ask: (context: CheckContext) => Promise<Ask> | Ask;
  /** Asks for what the list above does not hold, where the target has more than one place; it may refuse that. */
  readonly alsoAsk?: (context: CheckContext) => Promise<Ask> | Ask;
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

/** Ids of what was found and is gone now, what is still there, and whether the list could be read to its end. */
export interface Swept {
  readonly removed: readonly string[];
  readonly left: readonly Leftover[];
  readonly isComplete: boolean;
}

/** A list that goes on longer is one that never ends. */
const mostPages = 50;

/**
 * Looks once more for things that bear the run's name: a creation whose answer got lost, a deletion that was only
 * claimed. Removes them; what is still there after that is left over.
 */
export async function sweep(context: CheckContext, session: Session, own: OwnList | undefined): Promise<Swept> {
  if (!own || !context.has("state") || !context.has("write")) return { removed: [], left: [], isComplete: true };
  const reasons = new Map<string, string>();
  const found = await find(context, session, own);
  for (const [id, url] of found.urls) reasons.set(id, await remove(session, own.creation, id, { url }));
  if (reasons.size === 0) return { removed: [], left: [], isComplete: found.isComplete };
  const still = await find(context, session, own);
  const left = [...still.urls.keys()].map((id) => ({
    what: id,
    reason: reasons.get(id) || `${own.creation.removeWith} was answered, and it is still listed`,
  }));
  const removed = [...reasons.keys()].filter((id) => !still.urls.has(id));
  return { removed, left, isComplete: still.isComplete };
}

interface Found {
  /** The URL under which each of our things was found, by id. */
  readonly urls: ReadonlyMap<string, string>;
  readonly isComplete: boolean;
}

async function find(context: CheckContext, session: Session, own: OwnList): Promise<Found> {
  const urls = new Map<string, string>();
  const listed = await walk(context, session, own, own.ask, urls);
  const also = own.alsoAsk ? await walk(context, session, own, own.alsoAsk, urls) : "complete";
  return { urls, isComplete: listed === "complete" && also !== "broken off" };
}

/** Goes through the pages of a list and takes down what is ours. */
async function walk(
  context: CheckContext,
  session: Session,
  own: OwnList,
  askFor: OwnList["ask"],
  urls: Map<string, string>,
): Promise<"complete" | "refused" | "broken off"> {
  const seen = new Set<string>();
  for (let page = 1; page <= mostPages; page += 1) {
    // A target that names too little to be asked, or does not answer, must not cost the run its result.
    const listed = await look(context, session, own, askFor, page).catch(() => undefined);
    const status = listed?.answer.status ?? 0;
    if (!listed || !isSuccess(status)) {
      const isRefused = status >= 400 && status < 500 && !isWeather(status);
      // Some servers have no page after the last one.
      return isRefused ? (page === 1 ? "refused" : "complete") : "broken off";
    }
    const before = seen.size;
    const items = valueAt(listed.json, own.items);
    if (!Array.isArray(items)) return "broken off";
    for (const item of items) {
      const [given, name] = [valueAt(item, own.id), valueAt(item, own.name)];
      const id = typeof given === "number" ? String(given) : given;
      if (typeof id !== "string" || !isPathValue(id)) continue;
      seen.add(id);
      if (bearsName(name, context.namePrefix)) urls.set(id, listed.request.url);
    }
    // What pages there are is told in many ways, and here it is enough that one brings nothing new.
    if (!own.isPaged || seen.size === before) return "complete";
  }
  return "broken off";
}

async function look(context: CheckContext, session: Session, own: OwnList, askFor: OwnList["ask"], page: number) {
  const ask = await askFor(context);
  const query = page === 1 ? ask.query : { ...ask.query, "page[number]": String(page) };
  return session.send(session.operation(own.operationId), { ...ask, ...(query && { query }) }, "success", "clean-up");
}
