import type { CheckContext } from "../kit/context.ts";
import type { Ask } from "../kit/exchange.ts";

/** What the shared checks have to know of a JSON:API service. */
export interface JsonApiDescription {
  readonly api: string;
  readonly lists: readonly ListDescription[];
  /** Operations whose success is a document, and values of `include` that each takes. */
  readonly documents: readonly { readonly operationId: string; readonly includes: readonly string[] }[];
  readonly pools: PoolDescription;
}

/** A list in pages, `page[number]` and `page[size]`. */
export interface ListDescription {
  readonly operationId: string;
  /** Asks for the list. Where the suite can, puts so much into it that it is worth being cut into pages. */
  readonly fill: (context: CheckContext) => Promise<Ask>;
  /** What a target lacks whose list is too short. */
  readonly kind: string;
  /** An order to ask for, in which pages are compared; undefined where the list knows none. */
  readonly sort: string | undefined;
  readonly rows: ListRows;
}

/** Requirements about pages; undefined where a service's page promises nothing of the kind. */
export interface ListRows {
  readonly pageAskedFor: string;
  readonly sizeAskedFor: string;
  /** Whether each page but the last has to be full. */
  readonly isFilled: boolean;
  readonly defaultNumber: string | undefined;
  readonly pageCount: string;
  readonly neighbours: string;
  readonly total: string;
  /** About the members of `meta.pagination`. */
  readonly meta: readonly string[];
  readonly pastEnd: string | undefined;
  /** Where links are optional they are looked at only if there are any. */
  readonly areLinksRequired: boolean;
  readonly prevAndNext: string;
  readonly linkTargets: string;
  readonly linkParameters: string | undefined;
  readonly linksAgree: string;
  /** That following the links brings everything once; the list is walked in pages of the server's own size if given. */
  readonly walk?: string;
  /** Further requirements that asking for pages decides. */
  readonly further: readonly string[];
}

/** Things that the service can create, list and show. */
export interface PoolDescription {
  readonly listWith: string;
  readonly showWith: string;
  readonly createWith: string;
  readonly updateWith: string;
  readonly askForList: (context: CheckContext) => Ask;
  /** The list in which orders are seen. */
  readonly askForOrder: (context: CheckContext) => Ask;
  readonly askForOne: (id: string) => Ask;
  readonly selfLinkRow: string;
  readonly linkFormRow: string | undefined;
  /** Path parameter that holds the id. */
  readonly idParameter: string;
  /** Relationships whose related link leads to an operation of the same service. */
  readonly related: readonly { readonly name: string; readonly operationId: string; readonly row: string }[];
  /** Relationships whose related link leads out of the service: to something that each thing has for itself. */
  readonly relatedElsewhere?: readonly { readonly name: string; readonly row: string }[];
  /** Creates pools of these names, in this order, that differ in whatever a list can be ordered by. */
  readonly createUnordered: (context: CheckContext, names: readonly string[]) => Promise<void>;
  readonly sorts: readonly SortDescription[];
}

/** A value of `sort` that a page documents, or that follows from it. */
export interface SortDescription {
  readonly value: string;
  /** Last part of the check's id. */
  readonly topic: string;
  /** The keys that it names, in turn. */
  readonly keys: readonly SortKey[];
  /** The first one is what an unordered list breaks. */
  readonly rows: readonly string[];
  /** A value whose order this one turns round, where only the order of groups can be compared. */
  readonly reverses?: string;
}

export interface SortKey {
  /** JSON pointer to the value in an item. */
  readonly pointer: string;
  /** `group`: the page does not say by what of the value things are ordered, so those that are alike stand together. */
  readonly kind: "text" | "moment" | "group";
  readonly direction: 1 | -1;
}
