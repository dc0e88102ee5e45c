import { createCoverage } from "../coverage/coverage.ts";
import { createDrift } from "../coverage/drift.ts";
import { type Capability, profiles } from "../kit/capability.ts";
import type { Check } from "../kit/check.ts";
import { type CheckContext, createContext } from "../kit/context.ts";
import { createExchangeLog, type ExchangeLog, longestRecord } from "../kit/exchange-log.ts";
import { noJournal } from "../kit/journal.ts";
import { createLedger } from "../kit/ledger.ts";
import { createLeftBehind } from "../kit/left-behind.ts";
import { type Outcome, outcomeOf, readingsTaken, resultOf } from "../kit/outcome.ts";
import { createPace } from "../kit/pace.ts";
import { randomId } from "../kit/random-id.ts";
import { createSession, type Session } from "../kit/session.ts";
import { sightFixtures } from "../kit/sight-fixtures.ts";
import { createStock } from "../kit/stock.ts";
import { sweep } from "../kit/sweep.ts";
import { realSleep } from "../kit/weather.ts";
import type { CheckResult, Report } from "../results/report.ts";
import { applyWaivers } from "../results/waiver.ts";
import { createSecrets } from "../secrets/secrets.ts";
import { createObserved } from "./observed.ts";
import type { RunOptions } from "./run-options.ts";
import { reportOf } from "./run-report.ts";
import { schedule } from "./schedule.ts";
import { selectChecks } from "./selection.ts";
import { whyEnded } from "./why-ended.ts";

export type { RunOptions } from "./run-options.ts";

/** A run that takes its checks as it is told, for adapters that hold the order themselves. */
export interface Run {
  readonly checks: readonly Check[];
  readonly session: Session;
  /** Runs one check; what came of it counts once it is kept. */
  readonly runCheck: (check: Check) => Promise<CheckResult>;
  /** Answers the result as the run's waivers have it. */
  readonly keep: (result: CheckResult) => CheckResult;
  /** Removes what can still be found of the run, and reports; is told after which check the others were given up. */
  readonly finish: (givenUpAfter?: CheckResult) => Promise<Report>;
}

/** Runs the checks of a suite against a target and tells what came of them. */
export async function runSuite(options: RunOptions): Promise<Report> {
  const run = startRun(options);
  const { givenUpAfter } = await schedule(run.checks, {
    concurrency: options.concurrency ?? 1,
    runCheck: run.runCheck,
    onResult: (result) => {
      const kept = run.keep(result);
      options.onResult?.(kept);
    },
    ...(options.signal && { signal: options.signal }),
  });
  return run.finish(givenUpAfter);
}

export function startRun(options: RunOptions): Run {
  const { suite, target, signal, sleep = realSleep, newId = randomId, now = () => new Date() } = options;
  const { keepExchanges = false, waivers = [], strict: isStrict = false, rate, maxRequests } = options;
  const startedAt = now();
  const began = performance.now();
  const clock = () => performance.now() - began;
  const secrets = createSecrets(target);
  const coverage = createCoverage(suite.contract);
  const drift = createDrift(suite.contract);
  const shared = {
    contract: suite.contract,
    target,
    sleep,
    secrets,
    pace: createPace({ sleep, ...(rate && { rate }) }),
  };
  const budget = maxRequests === undefined ? undefined : { left: maxRequests };
  let requests = 0;
  const countRequest = () => {
    requests += 1;
    options.onRequest?.(requests);
  };
  const session = createSession({
    ...shared,
    ...(signal && { signal }),
    ...(budget && { budget }),
    onExchange: (exchange) => {
      coverage.see(exchange);
      drift.see(exchange);
      countRequest();
    },
  });
  // Clean-up goes on after the run was told to end.
  const cleaningSession = createSession({ ...shared, onExchange: countRequest });
  // Short, since some services have little room for names.
  const runPrefix = `poolproof-${newId(5)}-`;
  const journal = options.openJournal?.(runPrefix) ?? noJournal;
  const capabilities: readonly Capability[] = profiles[target.profile];
  const ledgerOptions = {
    namePrefix: runPrefix,
    hasState: capabilities.includes("state"),
    holdings: { count: 0 },
    journal,
  };
  const stock = createStock(target.fixtures, ledgerOptions.hasState);
  const wanted = selectChecks(suite.checks, options);
  const checks = options.arrange?.(wanted) ?? wanted;
  const results: CheckResult[] = [];
  const leftBehind = createLeftBehind(secrets.redact);
  const observed = createObserved(secrets.redact);
  const room = { left: longestRecord };
  let isUnderWay = false;
  let sighting: { readonly by: string; readonly isDone: Promise<boolean> } | undefined;

  const runCheck = async (check: Check): Promise<CheckResult> => {
    const absent = check.needs.find((need) => !capabilities.includes(need));
    if (absent) return resultOf(check, "skipped", `the profile ${target.profile} has no ${absent}`);
    isUnderWay = true;
    const ids: string[] = [];
    const log = createExchangeLog({ isKept: keepExchanges, redact: secrets.redact, clock, room });
    const startedMs = clock();
    let outcome = await attempt(check, log, ids);
    // An answer can get lost once, with a connection that was closed just then. If it is lost again, it was never given.
    if (outcome.isUnanswered) {
      observed.note(check.operationId, {
        kind: "reading",
        pointer: "",
        text: "an answer got lost, so the check was run again",
      });
      log.retry();
      outcome = await attempt(check, log, ids);
    }
    const retries = log.retries();
    return {
      ...outcome.result,
      durationMs: Math.round(clock() - startedMs),
      ...(retries > 0 && { retries }),
      ...(keepExchanges && { exchanges: log.entries(), ids, namePrefix: runPrefix }),
    };
  };

  /** By the first check, whose record it is in, before anything is changed; the same check anew has to find it there again. */
  const sightOnce = async (check: Check, context: CheckContext) => {
    if (sighting === undefined || sighting.by === check.id)
      sighting = { by: check.id, isDone: sightFixtures(context, suite, stock) };
    const own = sighting;
    const isDone = await own.isDone;
    if (!isDone && sighting === own) sighting = undefined;
  };

  const attempt = async (check: Check, log: ExchangeLog, ids: string[]): Promise<Outcome> => {
    const tellId = (length?: number) => {
      const id = newId(length);
      ids.push(id);
      return id;
    };
    const ledger = createLedger({ ...ledgerOptions, session: cleaningSession.recordedIn(log) });
    // A beginning of its own, so that what other checks do at the same time is not taken for this one's doing.
    const namePrefix = `${runPrefix}${tellId(4)}-`;
    const own = session.recordedIn(log);
    const context = createContext({ session: own, suite, ledger, namePrefix, stock, newId: tellId });
    await sightOnce(check, context);
    const outcome = await outcomeOf(check, context, suite, target);
    await ledger.cleanUp();
    leftBehind.add(ledger.leftovers);
    for (const observation of [...context.observations, ...readingsTaken(check, context, suite)])
      observed.note(check.operationId, observation);
    return outcome;
  };

  const notRunIds = () => {
    const run = new Set(results.map(({ id }) => id));
    return suite.checks.map(({ id }) => id).filter((id) => !run.has(id));
  };

  const waive = (given: readonly CheckResult[]) =>
    applyWaivers(given, waivers, { today: startedAt.toISOString().slice(0, 10), isStrict, notRun: notRunIds() });

  return {
    checks,
    session,
    runCheck,
    keep: (result) => {
      results.push(result);
      return waive([result]).results[0] ?? result;
    },
    finish: async (givenUpAfter) => {
      const ledger = createLedger({ ...ledgerOptions, session: cleaningSession });
      const context = createContext({ session: cleaningSession, suite, ledger, namePrefix: runPrefix, stock, newId });
      let isComplete = true;
      if (isUnderWay) {
        const swept = await sweep(context, cleaningSession, suite.own);
        leftBehind.add(swept.left);
        for (const id of swept.removed) leftBehind.forget(id);
        isComplete = swept.isComplete;
      }
      const leftovers = leftBehind.list();
      // Where the list could not be read, there may be something whose creation got no answer.
      journal.close(isComplete && leftovers.length === 0);
      return reportOf({
        options: { ...options, wanted },
        namePrefix: runPrefix,
        endedEarly: whyEnded({ signal, maxRequests, requestsLeft: budget?.left, givenUpAfter }),
        startedAt,
        durationMs: Math.round(clock()),
        ...waive(results),
        observations: observed.list(),
        coverage,
        drift: drift
          .report()
          .map((each) => (each.found === undefined ? each : { ...each, found: secrets.redact(each.found) })),
        leftovers,
        requests: session.exchanges.length + cleaningSession.exchanges.length,
      });
    },
  };
}
