import type { ApiId } from "../../src/apis/index.ts";
import type { Contract } from "../../src/contract/contract.ts";
import type { Requirement } from "../../src/requirement.ts";
import type { Check } from "./check.ts";
import type { CheckContext } from "./context.ts";
import type { Ask } from "./exchange.ts";
import type { OwnList } from "./sweep.ts";
import type { Target } from "./target.ts";

/** All checks of one API, with the contract and the requirements that they decide. */
export interface Suite {
  readonly api: ApiId;
  readonly contract: Contract;
  readonly requirements: Readonly<Record<string, Requirement>>;
  /** A read that tells whether a target is there at all, and needs nothing created. */
  readonly probe: { readonly operationId: string; readonly ask: (data: Target["data"]) => Ask };
  /** Further reads by which a token that the probe is refused to can show that it is one. */
  readonly tokenProbes?: (context: CheckContext) => readonly TokenProbe[];
  /** A valid request of each operation. */
  readonly asks: Readonly<Record<string, (context: CheckContext) => Promise<Ask> | Ask>>;
  /** What the API can create, if anything: how it is seen to be ours, found again and removed. */
  readonly own: OwnList | undefined;
  /** Why a valid request may rightly be refused with a status, where the page has a limit that the target has reached. */
  readonly limits: Readonly<
    Record<string, (context: CheckContext, status: number, ask: Ask) => Promise<Limit | undefined> | Limit | undefined>
  >;
  /** Kinds of data that a target may lack, and the fixtures that go with them: `--without agents`. */
  readonly kinds: Readonly<Record<string, readonly string[]>>;
  /** Names of fixtures that `--fixture` takes. */
  readonly fixtures: readonly string[];
  /** Whether the thing that a fixture names is shown by its own read or by a list, for fixtures that a path takes. */
  readonly sights?: Readonly<Record<string, (context: CheckContext, id: string) => Promise<boolean>>>;
  readonly checks: readonly Check[];
}

/** A read, with the token still to be put in. */
export interface TokenProbe {
  readonly operationId: string;
  readonly ask: Ask;
}

/** A limit that was reached. `lacks` is what a target with this limit can be declared to be without. */
export interface Limit {
  readonly reason: string;
  readonly lacks?: string;
}
