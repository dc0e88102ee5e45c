/** Lets many go side by side, or one alone: nobody starts before whoever waits to be alone has been. */
export interface Turns {
  /** Runs something when its turn comes. */
  readonly take: <T>(isAlone: boolean, run: () => Promise<T>) => Promise<T>;
}

export function createTurns(): Turns {
  let together: Promise<unknown>[] = [];
  let lastAlone: Promise<unknown> = Promise.resolve();

  return {
    take: (isAlone, run) => {
      if (isAlone) {
        const before = [lastAlone, ...together];
        together = [];
        const turn = Promise.allSettled(before).then(run);
        lastAlone = turn.catch(() => {});
        return turn;
      }
      const turn = lastAlone.then(run);
      together.push(turn.catch(() => {}));
      return turn;
    },
  };
}
