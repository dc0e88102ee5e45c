import { ClientError } from "../../src/client/client-error.ts";
import type { Observation, Place, Violation } from "../../src/contract/finding.ts";
import { isSuccess } from "../../src/contract/judge-response.ts";
import type { Level } from "../../src/requirement.ts";
import { type Capability, profiles } from "./capability.ts";
import type { Ask, Exchange } from "./exchange.ts";
import { type FurtherToken, knownToken } from "./known-token.ts";
import type { Ledger } from "./ledger.ts";
import { blameOrWeather } from "./no-answer.ts";
import type { ExchangeRole } from "./recorded-exchange.ts";
import type { Session } from "./session.ts";
import type { Stock } from "./stock.ts";
import { strayFixture } from "./stray-fixture.ts";
import type { Suite } from "./suite.ts";
import { Undecided } from "./undecided.ts";
import { isWeather } from "./weather.ts";

/** A violation together with the exchange that shows it. */
export interface Finding {
  readonly violation: Violation;
  readonly exchange: Exchange | undefined;
  /** The row that it breaks, where the check knows; otherwise it follows from the place in the contract. */
  readonly requirement?: string | undefined;
}

/** What breaks a requirement, and the exchange that shows it. */
export interface Breach {
  readonly exchange: Exchange;
  /** The body unless given. */
  readonly place?: Place;
  /** JSON pointer into the body, or the name of a header; the whole unless given. */
  readonly pointer?: string;
  readonly expected: string;
  readonly got: string;
}

/** What a check works with. Made anew for each check; what the check creates is removed when it ends. */
export interface CheckContext {
  readonly session: Session;
  readonly findings: readonly Finding[];
  readonly observations: readonly Observation[];
  /** Exchanges that the check is about, in order. */
  readonly judged: readonly Exchange[];
  /** Twins of refused requests that succeeded. */
  readonly controls: readonly Exchange[];
  readonly has: (capability: Capability) => boolean;
  /** How the names of everything that this check creates begin. */
  readonly namePrefix: string;
  /** A name that nobody else uses. */
  readonly freshName: () => string;
  /** A datum of the target, such as its organization. */
  readonly datum: (name: string) => string;
  /** The first id of a fixture, undefined if there is none. */
  readonly fixture: (name: string) => string | undefined;
  /** All ids of a fixture. */
  readonly fixtures: (name: string) => readonly string[];
  /** An id of a fixture that no other check gets; ends the check as unverified if there is none left. */
  readonly take: (name: string) => string;
  /** Ids of a fixture that this or other checks have used up so far. */
  readonly taken: (name: string) => readonly string[];
  /** Tokens of other users, undefined where none was given: of another tenant, and of this one without permission. */
  readonly otherToken: string | undefined;
  readonly limitedToken: string | undefined;
  /** One of these that the target takes; ends the check as skipped or unverified otherwise. */
  readonly knownToken: (name: FurtherToken, absent: string) => Promise<string>;
  /** Notes fixtures or tokens with which the check would look at more, as far as they are not named. */
  readonly wants: (...names: readonly string[]) => void;
  /** What it has noted so. */
  readonly wanted: ReadonlySet<string>;
  /** What a valid request of an operation is made of. May create what it needs. */
  readonly validAsk: (operationId: string) => Promise<Ask>;
  /** Sends the request that the check is about: what its answer breaks is what the check finds, at the level given at most. */
  readonly judge: (operationId: string, ask: Ask, deserved: Exchange["deserved"], level?: Level) => Promise<Exchange>;
  /** Sends a valid request that only prepares something; ends the check as unverified if it fails. */
  readonly prepare: (operationId: string, ask: Ask) => Promise<Exchange>;
  /** Sends the twin that must succeed; otherwise a refusal proves nothing, and the check ends as unverified. */
  readonly control: (operationId: string, ask: Ask) => Promise<Exchange>;
  /** Lets some time pass, for what may have been kept for a moment; only where something looks wrong. */
  readonly pause: (ms: number) => Promise<void>;
  /** Removes what the check has created so far. */
  readonly release: () => Promise<void>;
  readonly report: (violation: Violation, exchange?: Exchange, requirement?: string) => void;
  /** Reports that a requirement is broken; how binding that is follows from its row. */
  readonly breach: (requirement: string, breach: Breach) => void;
  readonly observe: (observation: Observation) => void;
  /** Ends the check as unverified; `lacks` names the fixture or kind of data that is missing. */
  readonly unverified: (reason: string, lacks?: string) => never;
  /** Ends the check as skipped: it is for targets that offer more than every target has to; `lacks` names what. */
  readonly skip: (reason: string, lacks?: string) => never;
}

export interface ContextOptions {
  readonly session: Session;
  readonly suite: Suite;
  readonly ledger: Ledger;
  readonly namePrefix: string;
  readonly stock: Stock;
  readonly newId: (length?: number) => string;
}

export function createContext({ session, suite, ledger, namePrefix, stock, newId }: ContextOptions): CheckContext {
  const findings: Finding[] = [];
  const observations: Observation[] = [];
  const judged: Exchange[] = [];
  const controls: Exchange[] = [];
  const wanted = new Set<string>();
  const { target } = session;

  const unverified = (reason: string, lacks?: string): never => {
    throw new Undecided("unverified", reason, { lacks });
  };

  /** Whether other checks had something there, or were creating it, while the last creation of this one was under way. */
  let hadCompany = false;

  const send = async (operationId: string, ask: Ask, deserved: Exchange["deserved"], role: ExchangeRole) => {
    const operation = session.operation(operationId);
    if (operationId !== suite.own?.createWith) return session.send(operation, ask, deserved, role);
    const end = ledger.begin();
    hadCompany = ledger.held().others > 0;
    try {
      return await session.send(operation, ask, deserved, role);
    } finally {
      hadCompany ||= ledger.held().others > 0;
      end();
    }
  };

  /** Notes what an exchange has created or removed. */
  const note = async (operationId: string, ask: Ask, exchange: Exchange) => {
    if (!suite.own || !isSuccess(exchange.answer.status)) return;
    const { createWith, creation } = suite.own;
    if (operationId === createWith) await ledger.record(creation, exchange);
    if (operationId === creation.removeWith) for (const id of Object.values(ask.path ?? {})) ledger.strike(id);
  };

  /** A connection that breaks once may have been closed just then; what may be asked again is. */
  const sendTwice = async (operationId: string, ask: Ask, deserved: Exchange["deserved"]) => {
    // A creation that was carried out though its answer got lost would meet its own twin.
    const isRepeatable = deserved === "refusal" || ["GET", "PATCH"].includes(session.operation(operationId).method);
    return send(operationId, ask, deserved, "judge").catch((error) => {
      if (!(error instanceof ClientError) || error.kind !== "network" || !isRepeatable) throw error;
      session.log.retry();
      return send(operationId, ask, deserved, "judge");
    });
  };

  /**
   * A limit that the page itself has may have been reached, or a fixture may name nothing; then the target could not have
   * answered otherwise.
   */
  const respectLimit = async (operationId: string, ask: Ask, exchange: Exchange) => {
    const reached =
      (await suite.limits[operationId]?.(context, exchange.answer.status, ask)) ??
      strayFixture(target, stock, ask, exchange);
    if (reached) unverified(reached.reason, reached.lacks);
  };

  /** What other checks have there at the moment may be what a creation is refused for; alone it will show. */
  const respectOthers = (operationId: string, status: number) => {
    const isRefused = operationId === suite.own?.createWith && status >= 400 && status < 500;
    if (isRefused && hadCompany)
      unverified(`${operationId} was answered ${status} while other checks had things there`);
  };

  /** A request that has to succeed for the check to mean anything. */
  const sendForSuccess = async (operationId: string, ask: Ask, role: "prepare" | "control") => {
    const what = `${operationId} ${role === "prepare" ? "to prepare the check" : "with a valid request, to compare with,"}`;
    const exchange = await send(operationId, ask, "success", role).catch((error) => {
      if (!(error instanceof ClientError)) throw error;
      throw new Undecided("inconclusive", `${what} got no answer: ${error.message}`, { cause: error });
    });
    await note(operationId, ask, exchange);
    const { status } = exchange.answer;
    if (isWeather(status)) throw new Undecided("inconclusive", `${what} was answered ${status}`);
    respectOthers(operationId, status);
    await respectLimit(operationId, ask, exchange);
    const { own } = ledger.held();
    const limit =
      operationId === suite.own?.createWith && own > 0 ? `, with ${own} created before: is there a limit?` : "";
    if (!isSuccess(status)) unverified(`${what} was answered ${status}${limit}`);
    if (role === "control") controls.push(exchange);
    return exchange;
  };

  const context: CheckContext = {
    session,
    findings,
    observations,
    judged,
    controls,
    unverified,
    wanted,
    wants: (...names) => {
      const { otherToken, limitedToken } = target;
      const tokens: Readonly<Record<string, string | undefined>> = { otherToken, limitedToken };
      for (const name of names) if (stock.ids(name).length === 0 && !tokens[name]) wanted.add(name);
    },
    knownToken: (name, absent) => knownToken(context, suite, name, absent),
    skip: (reason, lacks) => {
      throw new Undecided("skipped", reason, { lacks });
    },
    has: (capability) => (profiles[target.profile] as readonly Capability[]).includes(capability),
    namePrefix,
    freshName: () => `${context.namePrefix}${newId(4)}`,
    datum: (name) =>
      target.data[name] ?? unverified(`the target names no ${name}: pass --${name} ${name.toUpperCase()}`),
    fixture: (name) => stock.ids(name)[0],
    fixtures: stock.ids,
    taken: stock.taken,
    otherToken: target.otherToken,
    limitedToken: target.limitedToken,
    take: (name) =>
      stock.take(name) ??
      unverified(`no fixture ${name} is left: pass --fixture ${name}=ID[,ID…], or --without ${name}`, name),
    validAsk: async (operationId) => {
      const make = suite.asks[operationId];
      if (!make) throw new Error(`the suite of ${target.api} has no valid request for ${operationId}`);
      return make(context);
    },
    judge: async (operationId, ask, deserved, level = "MUST") => {
      try {
        const exchange = await sendTwice(operationId, ask, deserved);
        const { status } = exchange.answer;
        if (isWeather(status)) throw new Undecided("inconclusive", `${operationId} was answered ${status}`);
        if (deserved === "success") {
          respectOthers(operationId, status);
          await respectLimit(operationId, ask, exchange);
        }
        // Not Implemented is what HTTP has for a method that a server does not know (RFC 9110, 15.6.2).
        const isUnknownMethod = ask.method !== undefined && status === 501;
        for (const violation of isUnknownMethod ? [] : exchange.judgement.violations) {
          // A failure of the server binds whatever was asked of it.
          const binds = level === "MUST" || status >= 500;
          findings.push({ violation: binds ? violation : { ...violation, level: "SHOULD" }, exchange });
        }
        for (const observation of exchange.judgement.observations) observations.push(observation);
        judged.push(exchange);
        // Last, since it may end the check: what is wrong with the answer has been found by then.
        await note(operationId, ask, exchange);
        return exchange;
      } catch (error) {
        if (!(error instanceof ClientError)) throw error;
        return blameOrWeather(context, suite, operationId, ask, error);
      }
    },
    prepare: (operationId, ask) => sendForSuccess(operationId, ask, "prepare"),
    control: (operationId, ask) => sendForSuccess(operationId, ask, "control"),
    pause: session.pause,
    release: ledger.cleanUp,
    report: (violation, exchange, requirement) => findings.push({ violation, exchange, requirement }),
    breach: (requirement, { exchange, place = "body", pointer = "", expected, got }) => {
      const level = suite.requirements[requirement]?.level;
      if (level === undefined || level === "MAY") throw new Error(`${requirement} is no row that can be broken`);
      const contract = exchange.operation.pointer;
      findings.push({ violation: { place, pointer, expected, got, level, contract }, exchange, requirement });
    },
    observe: (observation) => observations.push(observation),
  };
  return context;
}
