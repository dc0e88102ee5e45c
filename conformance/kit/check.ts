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
  readonly run: (context: CheckContext) => Promise<void>;
}
