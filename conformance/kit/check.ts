import type { Level } from "../../src/requirement.ts";
import type { Capability } from "./capability.ts";
import type { CheckContext } from "./context.ts";

/** Code that decides requirements. */
export interface Check {
  /** `terraform/deleteAgent/refuses-busy-agent`: public and frozen. */
  readonly id: string;
  /** Completes "The server MUST …". */
  readonly title: string;
  /** Ids of the requirements that it decides. */
  readonly decides: readonly string[];
  readonly level: Level;
  readonly operationId: string;
  /** Documented statuses that it sets out to bring about. */
  readonly provokes: readonly string[];
  /** Capabilities without which it is skipped. */
  readonly needs: readonly Capability[];
  /** Whether it counts or walks a collection, so that no other check of the run may write meanwhile. */
  readonly isAlone?: boolean;
  readonly run: (context: CheckContext) => Promise<void>;
}

/** A check as it is written by hand: its operation stands in its id, its level follows from the requirements. */
export interface WrittenCheck<RequirementId extends string = string> {
  readonly title: string;
  readonly decides: readonly RequirementId[];
  readonly provokes?: readonly string[];
  readonly needs?: readonly Capability[];
  readonly isAlone?: boolean;
  readonly run: (context: CheckContext) => Promise<void>;
}

/** Makes a check without its level, which follows when the suite is loaded: the strictest of the requirements that it decides. */
export function check<RequirementId extends string>(
  id: `${string}/${string}/${string}`,
  { provokes = [], needs = [], ...written }: WrittenCheck<RequirementId>,
): Omit<Check, "level"> {
  const [, operationId = ""] = id.split("/");
  return { ...written, id, operationId, provokes, needs };
}
