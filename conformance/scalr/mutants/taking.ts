import type { Violation } from "../../../src/contract/finding.ts";
import type { Alteration } from "../../../src/reference/alteration.ts";
import type { ScalrStore } from "../../../src/reference/scalr/store.ts";
import { combine, tolerating } from "../../proof/alterations.ts";
import { type SentPool, sending } from "./stored-pools.ts";

/** Lets an operation take a body that breaks the contract at a place, and make of it what it does. */
export function taking(
  id: string,
  tolerates: (violation: Violation) => boolean,
  make: (data: SentPool) => SentPool = (data) => data,
): Alteration<ScalrStore> {
  return combine<ScalrStore>(
    tolerating((violation, operationId) => operationId === id && tolerates(violation)),
    sending(id, make),
  );
}

export function lacks(place: string, member: string) {
  return ({ pointer, expected }: Violation) => pointer === place && expected === `a member "${member}"`;
}

/** `kind` is how the contract describes what was sent: "number 5", "object with type, id". */
export function isOf(kind: string, place: string) {
  return ({ pointer, got }: Violation) => pointer === place && got.startsWith(kind);
}
