import type { Check } from "../kit/check.ts";
import type { Held } from "./covered-requirements.ts";

/** A check before it has its operation's prefix, its requirements and its level. */
export type DerivedCheck = Omit<Check, "id" | "decides" | "level" | "operationId" | "provokes"> & {
  /** Statuses that it sets out to bring about. */
  readonly provokes?: readonly (number | string)[];
  /** Last part of the id. */
  readonly topic: string;
  readonly holdsTo?: Held;
};
