import type { Check } from "../kit/check.ts";

/** A check before it has its operation's prefix, its requirements and its level. */
export type DerivedCheck = Omit<Check, "id" | "decides" | "level" | "operationId" | "provokes"> & {
  /** Statuses that it sets out to bring about. */
  readonly provokes?: readonly (number | string)[];
  /** Last part of the id. */
  readonly topic: string;
  /** Pointers into the bundle that the check holds the server to; the rows that point there are decided by it. */
  readonly holdsTo?: readonly string[];
  /** Pointer to an operation that the check needs to be there at all; only rows about the operation itself are decided by it. */
  readonly serves?: string;
};
