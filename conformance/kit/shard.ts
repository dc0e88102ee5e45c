/** One part of a suite, for several machines to share it. */
export interface Shard {
  /** 1 to `of`. */
  readonly index: number;
  readonly of: number;
}
