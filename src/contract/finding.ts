import type { Level } from "../requirement.ts";

/** Part of an exchange that a finding is about. */
export type Place = "status" | "media-type" | "header" | "body" | "parameter";

/** Where an exchange breaks the contract. */
export interface Violation {
  readonly place: Place;
  /** JSON pointer into the body; the name of the header or parameter; empty for the whole of the place. */
  readonly pointer: string;
  readonly expected: string;
  readonly got: string;
  readonly level: Level;
  /** Pointer into the bundle, to the keyword that is broken. */
  readonly contract: string;
}

/** Something worth telling that breaks nothing. */
export interface Observation {
  readonly kind: "unlisted-member" | "undocumented-status" | "range-status" | "reading";
  readonly pointer: string;
  readonly text: string;
}

/** What the contract says of one request or response. */
export interface Judgement {
  readonly violations: readonly Violation[];
  readonly observations: readonly Observation[];
}

/** `body /errors/0/status: expected string, got number 412` */
export function describeViolation({ place, pointer, expected, got }: Omit<Violation, "level" | "contract">): string {
  const where = [place === "media-type" ? "content-type" : place, pointer].filter(Boolean).join(" ");
  return `${where}: expected ${expected}, got ${got}`;
}
