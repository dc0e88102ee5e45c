import type { ApiId } from "../../src/apis/index.ts";
import type { Check } from "./check.ts";
import type { CheckContext } from "./context.ts";
import type { Ask } from "./exchange.ts";
import type { Creation } from "./ledger.ts";

/** What a suite knows of its API beyond the contract: how to ask for things that exist. */
export interface Suite {
  readonly api: ApiId;
  /** The operation that tells whether a target is there at all: a read that needs nothing created. */
  readonly probe: string;
  /** A valid request of each operation. */
  readonly asks: Readonly<Record<string, (context: CheckContext) => Promise<Ask> | Ask>>;
  /** Operations that create, and how what they create is removed. */
  readonly creates: Readonly<Record<string, Creation>>;
  /** Kinds of data that a target may lack, and the fixtures that need them: `--without agents`. */
  readonly kinds: Readonly<Record<string, readonly string[]>>;
  /** Names of fixtures that `--fixture` takes. */
  readonly fixtures: readonly string[];
  readonly checks: readonly Check[];
}

