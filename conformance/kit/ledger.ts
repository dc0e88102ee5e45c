import { valueAt } from "../../src/contract/json-pointer.ts";
import { isSuccess } from "../../src/contract/judge-response.ts";
import type { Ask, Exchange } from "./exchange.ts";
import type { Session } from "./session.ts";

/** How an operation creates something, and how that is removed again. */
export interface Creation {
  /** JSON pointer to the new id in the answer. */
  readonly id: string;
  readonly removeWith: string;
  readonly removal: (id: string, created: Exchange) => Ask;
}

/** Something of ours that is still in the target. */
export interface Leftover {
  /** Id, or the URL of the request that created it where the answer told no id. */
  readonly what: string;
  readonly reason: string;
}

/** Remembers all that a run creates, whatever was asked for, and removes it in reverse order. */
export interface Ledger {
  readonly record: (creation: Creation, exchange: Exchange) => void;
  /** An id that has been deleted on purpose. */
  readonly strike: (id: string) => void;
  readonly cleanUp: () => Promise<void>;
  readonly leftovers: readonly Leftover[];
}

export function createLedger(session: Session): Ledger {
  const entries: { id: string; creation: Creation; exchange: Exchange }[] = [];
  const leftovers: Leftover[] = [];

  return {
    leftovers,
    record: (creation, exchange) => {
      const id = valueAt(exchange.json, creation.id);
      if (typeof id === "string" || typeof id === "number") entries.push({ id: String(id), creation, exchange });
      else leftovers.push({ what: exchange.request.url, reason: `created something without an id at ${creation.id}` });
    },
    strike: (id) => {
      const index = entries.findIndex((entry) => entry.id === id);
      if (index !== -1) entries.splice(index, 1);
    },
    cleanUp: async () => {
      for (let entry = entries.pop(); entry; entry = entries.pop()) {
        const { id, creation, exchange } = entry;
        const removal = session.operation(creation.removeWith);
        const reason = await session.send(removal, creation.removal(id, exchange), "success").then(
          // 404: it is gone already, or was never there.
          ({ answer }) =>
            isSuccess(answer.status) || answer.status === 404 ? "" : `${removal.id} was answered ${answer.status}`,
          (error: Error) => error.message,
        );
        if (reason !== "") leftovers.push({ what: id, reason });
      }
    },
  };
}
