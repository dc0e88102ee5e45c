import type { ApiId } from "../../src/apis/index.ts";
import type { Bundle } from "../../src/contract/bundle.ts";
import type { Level } from "../../src/requirement.ts";
import type { CheckContext } from "../kit/context.ts";
import type { Ask } from "../kit/exchange.ts";
import type { OwnList } from "../kit/sweep.ts";

/** What has to be known of an API, beside its contract, to derive checks from it. Operations are named by operationId. */
export interface Derivation {
  readonly api: ApiId;
  readonly bundle: Bundle;
  /** Requirements that a derived check decides, by `operationId/topic`. */
  readonly decides: Readonly<Record<string, readonly string[]>>;
  /** Statuses that fit a token that is missing or not valid; some services hide what it may not see. */
  readonly unauthorizedStatuses: readonly number[];
  /** An id that is well formed and that nothing has, by path parameter. */
  readonly unknownIds: Readonly<Record<string, string>>;
  /** Statuses that fit such an id, where there are others beside 404. */
  readonly unknownIdStatuses: Readonly<Record<string, readonly number[]>>;
  /** Values that the page does not speak of: the server may do what it likes, short of failing. */
  readonly oddValues: Readonly<Record<string, Readonly<Record<string, string | readonly string[]>>>>;
  /** Headers with which an operation has to be served as well, by operation and topic: those of a sample, say. */
  readonly otherHeaders: Readonly<Record<string, Readonly<Record<string, OtherHeaders>>>>;
  /** Values for query parameters whose sample names something that only the page's own service has. */
  readonly samples: Readonly<Record<string, (context: CheckContext, asked: Ask) => Promise<string> | string>>;
  /** Refusals that take something in a certain state, given as a fixture. */
  readonly refusals: Readonly<Record<string, readonly FixtureRefusal[]>>;
  /** How each paginated list is cut into pages. */
  readonly lists: Readonly<Record<string, ListPaging>>;
  /** A read that shows what an operation would have changed, for use as its control where the operation consumes a fixture. */
  readonly controls: Readonly<Record<string, string>>;
  /** The fixture that such an operation uses up. */
  readonly consumed: Readonly<Record<string, string>>;
  /** Reads whose answer must be the same before and after a refused write. */
  readonly witnesses: Readonly<Record<string, Witness>>;
  /** Members of the samples (JSON pointers) that the suite's valid request does not have, so that they cannot be broken in it. */
  readonly absent: Readonly<Record<string, readonly string[]>>;
  /** The things that the API can create, if it can. */
  readonly own: OwnList | undefined;
  /** Members that are sent, and where they are shown afterwards (JSON pointers). */
  readonly sent: readonly (readonly [sent: string, shown: string])[];
  /** Rows about refusals in general. */
  readonly refusalRows: {
    readonly noData?: string;
    readonly nothingChanged?: string;
    /** Decided by every refusal. */
    readonly always: readonly string[];
  };
  /** Top-level members that hold what a success shows, and that no refusal may hold. */
  readonly dataMembers: readonly string[];
  /** Where an operation's list of things stands, so that an empty one is seen to prove nothing. */
  readonly items: Readonly<
    Record<string, { readonly pointer: string; readonly kind: string; readonly fixture?: string }>
  >;
}

export interface OtherHeaders {
  readonly title: string;
  /** Null leaves a header out that every request has. */
  readonly headers: Readonly<Record<string, string | null>>;
}

export interface FixtureRefusal {
  readonly topic: string;
  readonly title: string;
  readonly status: number;
  readonly fixture: string;
  /** Fixture of the twin that the operation accepts. */
  readonly accepted: string;
  /** Path parameter that takes the ids. */
  readonly parameter: string;
  /** Read that must succeed before and after. */
  readonly survivor: string;
  /** Query parameters with which that read shows the state as well. */
  readonly showing?: Readonly<Record<string, string>>;
  /**
   * Whether what it shows is in the state that is refused. Where it does not show that, the fixture is taken at its word;
   * but what is not refused then may have left the state.
   */
  readonly isInState?: (json: unknown) => boolean | undefined;
}

/** Style of paging, and where in the answer its facts stand (JSON pointers); `id` within an item. */
export type ListPaging = (
  | { readonly style: "page"; readonly next: string; readonly isLinked: boolean }
  | { readonly style: "offset" }
) & {
  readonly items: string;
  readonly id: string;
  readonly total: string;
  /** The row about the total, and how binding it is. */
  readonly totalRow: string;
  readonly totalLevel: Level;
  /** Puts more into the list where the suite can, so that it is long enough to be walked. */
  readonly fill?: (context: CheckContext) => Promise<void>;
};

/**
 * Reads what an operation would have changed, as text to compare. Of a collection only things of this run count, since
 * other people may write as well.
 */
export type Witness = (context: CheckContext, asked: Ask) => Promise<string>;
