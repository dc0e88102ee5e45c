/** Where a run writes down what it creates, so that it can be removed even if the run does not come to its end. */
export interface Journal {
  /** Something is about to be created. Comes before the request, since nothing may be told after it. */
  readonly expect: () => void;
  /** Something was created: its id, and the URL of the request. */
  readonly created: (id: string, url: string) => void;
  /** It is gone again, or was never ours. */
  readonly removed: (id: string) => void;
  /** The run is over; what is left, if anything, stays written down. */
  readonly close: (isClean: boolean) => void;
}

export const noJournal: Journal = { expect: () => {}, created: () => {}, removed: () => {}, close: () => {} };
