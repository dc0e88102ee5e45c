import type { Problem } from "../apis/api.ts";
import type { Violation } from "../contract/finding.ts";
import type { Reply } from "../front/api-front.ts";
import type { IncomingHeaders } from "../front/incoming.ts";

/** What one API's server does, without anything of HTTP that all of them share. */
export interface Service {
  /** Whom a token belongs to; undefined for nobody. */
  readonly identify: (token: string) => Identity | undefined;
  /** By operationId. Requests that break the contract do not get here. */
  readonly operations: Readonly<Record<string, (asked: Asked) => Outcome>>;
  /** Statuses for a request that breaks the contract, where the service has other ones than the front. */
  readonly statusFor?: (place: "path" | "query" | "header" | "body") => number;
  /** Whether a request is let through to its operation although it breaks the contract so. None is unless told. */
  readonly tolerates?: (violation: Violation, operationId: string) => boolean;
}

/** A user of the service. */
export interface Identity {
  /** Organizations, accounts or the like that the user is part of. */
  readonly memberOf: readonly string[];
  readonly mayWrite: boolean;
}

export interface Asked {
  readonly identity: Identity;
  /** Path parameters, percent-decoded. */
  readonly params: Readonly<Record<string, string>>;
  readonly query: URLSearchParams;
  /** Parsed JSON that keeps to the contract; undefined where there was none. */
  readonly body: unknown;
  readonly headers: IncomingHeaders;
  /** Where the API stands, as the client sees it: `http://127.0.0.1:4010/api/v2`. */
  readonly baseUrl: string;
}

export type Outcome = Reply | Problem;

/** What a server takes from its surroundings, so that tests can tell what it will say. */
export interface Surroundings {
  readonly clock: () => Date;
  /** A new id with the given beginning: `apool-…`. */
  readonly newId: (prefix: string) => string;
}
