import type { Alteration } from "../../src/reference/alteration.ts";
import type { Level } from "../../src/requirement.ts";

/** What a fault is about, in the order in which the proof lists them. */
export const families = [
  "lifecycle",
  "lists",
  "pagination",
  "shapes",
  "refusals",
  "validation",
  "authentication",
  "transport",
] as const;

export type Family = (typeof families)[number];

/** The reference server plus one fault. It is killed when a check fails that decides the requirement that it breaks. */
export interface Mutant<Store, RequirementId extends string = string> {
  /** Kebab case; says the fault: `forgets-uniqueness-on-update`. */
  readonly id: string;
  readonly family: Family;
  readonly requirement: RequirementId;
  /** How binding the part is that it breaks, where that is less than the requirement as a whole. */
  readonly level?: Level;
  /** What the server does wrong, completing "The server …". */
  readonly fault: string;
  readonly alteration: Alteration<Store>;
}
