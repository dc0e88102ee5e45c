import { ClientError } from "../../src/client/client-error.ts";
import { valueAt } from "../../src/contract/json-pointer.ts";
import { isSuccess } from "../../src/contract/judge-response.ts";
import { isPathValue } from "../../src/contract/route.ts";
import { bearsName } from "./bears-name.ts";
import type { Ask, Exchange } from "./exchange.ts";
import { type Journal, noJournal } from "./journal.ts";
import type { Session } from "./session.ts";
import { Stranger } from "./stranger.ts";
import { isWeather } from "./weather.ts";

/** How an operation creates something, how that is seen to be ours, and how it is removed again. */
export interface Creation {
  /** JSON pointer to the new id in the answer. */
  readonly id: string;
  /** What to ask of the operations below, given the id. */
  readonly ask: (id: string, created: Pick<Exchange["request"], "url">) => Ask;
  /** The read that shows it, and where its name stands there. */
  readonly showWith: string;
  readonly name: string;
  readonly removeWith: string;
}

/** Something of ours that is still in the target. */
export interface Leftover {
  /** Id, or the URL of the request that created it where the answer told no id. */
  readonly what: string;
  readonly reason: string;
}

/** Remembers all that a run creates, whatever was asked for, and removes it in reverse order. */
export interface Ledger {
  /**
   * Takes note of what a request has created.
   * @throws {Stranger} if the id is that of something else: a server that mixes up ids shall not make us delete it
   */
  readonly record: (creation: Creation, exchange: Exchange) => Promise<void>;
  /** An id that has been deleted on purpose. */
  readonly strike: (id: string) => void;
  readonly cleanUp: () => Promise<void>;
  /** Says that a creation is under way, until what is returned is called. */
  readonly begin: () => () => void;
  /** How many things this check has created that are still there; other checks' as well, with those under way. */
  readonly held: () => { readonly own: number; readonly others: number };
  readonly leftovers: readonly Leftover[];
}

export interface LedgerOptions {
  readonly session: Session;
  /** How names of our things begin. */
  readonly namePrefix: string;
  /** Whether the target remembers what was created, so that it can be looked at. */
  readonly hasState: boolean;
  /** Counts what all checks of the run have there or are creating; shared by their ledgers, where there are several. */
  readonly holdings?: { count: number };
  /** Outlives the process. */
  readonly journal?: Journal;
}

export function createLedger(options: LedgerOptions): Ledger {
  const { session, namePrefix, hasState, holdings = { count: 0 }, journal = noJournal } = options;
  const entries: { id: string; creation: Creation; exchange: Exchange }[] = [];
  const leftovers: Leftover[] = [];
  let underWay = 0;

  return {
    leftovers,
    begin,
    record: async (creation, exchange) => {
      // It is there from now on, though it takes a look to see whether it is ours.
      const end = begin();
      try {
        await take(creation, exchange);
      } finally {
        end();
      }
    },
    strike: (id) => {
      const index = entries.findIndex((entry) => entry.id === id);
      if (index === -1) return;
      entries.splice(index, 1);
      holdings.count -= 1;
      journal.removed(id);
    },
    cleanUp: async () => {
      for (let entry = entries.pop(); entry; entry = entries.pop()) {
        const reason = await remove(session, entry.creation, entry.id, entry.exchange.request);
        if (reason === "") journal.removed(entry.id);
        else leftovers.push({ what: entry.id, reason });
        holdings.count -= 1;
      }
    },
    held: () => ({ own: entries.length, others: holdings.count - entries.length - underWay }),
  };

  function begin(): () => void {
    journal.expect();
    underWay += 1;
    holdings.count += 1;
    return () => {
      underWay -= 1;
      holdings.count -= 1;
    };
  }

  async function take(creation: Creation, exchange: Exchange): Promise<void> {
    const id = valueAt(exchange.json, creation.id);
    if ((typeof id !== "string" && typeof id !== "number") || !isPathValue(id)) {
      leftovers.push({ what: exchange.request.url, reason: `created something without an id at ${creation.id}` });
      return;
    }
    // At once: from here on the process may end at any moment.
    journal.created(String(id), exchange.request.url);
    const stranger = hasState ? await strangerAt(creation, String(id), exchange) : undefined;
    if (stranger !== undefined) {
      // Stays in the journal: it may be what was created all the same, under a name that the server made up.
      const reason = `what was created answers to the id ${id}, which is that of ${JSON.stringify(stranger)}`;
      leftovers.push({ what: String(id), reason });
      throw new Stranger(reason, stranger);
    }
    entries.push({ id: String(id), creation, exchange });
    holdings.count += 1;
  }

  /** The name of the thing at an id, if it is neither ours nor nameless. What cannot be read is taken for ours. */
  async function strangerAt(creation: Creation, id: string, { request }: Exchange): Promise<string | undefined> {
    const shown = await session
      .send(session.operation(creation.showWith), creation.ask(id, request), "either", "look")
      .catch(() => undefined);
    const name = shown && isSuccess(shown.answer.status) ? valueAt(shown.json, creation.name) : undefined;
    return typeof name === "string" && name !== "" && !bearsName(name, namePrefix) ? name : undefined;
  }
}

/** Removes one thing; why that failed, or nothing. What got no answer is asked for once more, as it may have been done. */
export async function remove(
  session: Session,
  creation: Creation,
  id: string,
  created: { readonly url: string },
): Promise<string> {
  const attempt = () => tryToRemove(session, creation, id, created);
  const { reason, mayHelpAgain } = await attempt();
  return mayHelpAgain ? (await attempt()).reason : reason;
}

async function tryToRemove(session: Session, creation: Creation, id: string, created: { readonly url: string }) {
  const removal = session.operation(creation.removeWith);
  return session.send(removal, creation.ask(id, created), "success", "clean-up").then(
    ({ answer: { status } }) => {
      // 404: it is gone already, or was never there.
      const isGone = isSuccess(status) || status === 404;
      return { reason: isGone ? "" : `${removal.id} was answered ${status}`, mayHelpAgain: isWeather(status) };
    },
    (error: Error) => ({
      reason: error.message,
      mayHelpAgain: error instanceof ClientError && error.kind === "network",
    }),
  );
}
