import type { Requirement } from "../requirement.ts";

/** A form in which the service takes its token. */
export interface AuthorizationForm {
  readonly header: string;
  /** What stands before the token in the header's value, with its space. */
  readonly prefix: string;
}

/** What a refusal says, before it has the form of one API. */
export interface Problem {
  readonly status: number;
  /** A few words in lower case, the same for every occurrence. */
  readonly title: string;
  /** What went wrong this time, and what to do about it. */
  readonly detail: string;
  /** The part of the request that is to blame: a JSON pointer into the body, or the name of a parameter. */
  readonly source?: { readonly pointer: string } | { readonly parameter: string };
}

/** What is particular to one API and stands in neither its spec nor its requirements. */
export interface Api {
  readonly id: string;
  /** Name of the service, as people say it. */
  readonly title: string;
  /** Forms of the token by name; the first is the one used unless another is asked for. */
  readonly authorization: Readonly<Record<string, AuthorizationForm>>;
  /** Value of `Accept` on every request. */
  readonly accept: string;
  /** Further headers that every sample request of the page sends. */
  readonly headers: Readonly<Record<string, string>>;
  /** Media type of request bodies. */
  readonly contentType: string;
  /** Flags of the command that name the data of a target; all are needed. */
  readonly targetFlags: readonly TargetFlag[];
  /** First segment of every path: a base URL ends before it. */
  readonly urlEndsBefore: string;
  /** Words of the vendor's error objects, for answers that the spec has no example of. */
  readonly errorBody: (problem: Problem) => unknown;
  readonly loadBundle: () => Promise<unknown>;
  readonly loadRequirements: () => Promise<Readonly<Record<string, Requirement>>>;
}

export type TargetFlag = "organization" | "account" | "environment";
