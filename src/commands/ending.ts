/** Ends a run early for another reason than an interrupt; its message says which. */
export class RunEnded extends Error {
  override readonly name = "RunEnded";
}

const endingSignals = ["SIGINT", "SIGTERM", "SIGHUP"] as const;

/** By the shells' convention: 128 and the number of SIGINT. */
export const interruptedExitCode = 130;

const defaultMaxMinutes = 60;
/** What a timer can hold. */
const longestMinutes = Math.floor((2 ** 31 - 1) / 60_000);

/** Told when a run has to end: by a signal of the system, or because its time is over. */
export interface Ending {
  readonly signal: AbortSignal;
  readonly wasInterrupted: () => boolean;
  /** Leaves signals and time alone again. */
  readonly close: () => void;
}

export function watchForEnding(maxMinutes: number = defaultMaxMinutes): Ending {
  const controller = new AbortController();
  let wasInterrupted = false;
  const onSignal = () => {
    if (wasInterrupted) process.exit(interruptedExitCode);
    wasInterrupted = true;
    process.stderr.write("\nInterrupted: removing what this run has created. Once more to leave it behind.\n");
    controller.abort();
  };
  const onTimeout = () => {
    const limit = maxMinutes === 1 ? "a minute" : `${maxMinutes} minutes`;
    controller.abort(new RunEnded(`the run took longer than ${limit}; --max-minutes N allows more`));
  };
  const timer = setTimeout(onTimeout, Math.min(maxMinutes, longestMinutes) * 60_000);
  for (const signal of endingSignals) process.on(signal, onSignal);
  return {
    signal: controller.signal,
    wasInterrupted: () => wasInterrupted,
    close: () => {
      clearTimeout(timer);
      for (const signal of endingSignals) process.off(signal, onSignal);
    },
  };
}
