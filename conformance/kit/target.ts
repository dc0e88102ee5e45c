import type { ApiId } from "../../src/apis/index.ts";
import type { FetchHandler } from "../../src/host/serve.ts";
import type { ProfileName } from "./capability.ts";

/** Names of the environment variables that hold the tokens of a target. */
export interface TokenVariables {
  readonly token: string;
  readonly otherToken: string;
  readonly limitedToken: string;
}

export const defaultTokenVariables: TokenVariables = {
  token: "POOLPROOF_TOKEN",
  otherToken: "POOLPROOF_OTHER_TOKEN",
  limitedToken: "POOLPROOF_LIMITED_TOKEN",
};

/** What a suite is run against. */
export interface Target {
  readonly api: ApiId;
  /** Where the API stands, up to but without its first path segment and without trailing slash. */
  readonly baseUrl: string;
  /** How requests get there; the network unless a handler in this process is put here. */
  readonly fetch?: FetchHandler;
  readonly token: string;
  /** A token of another tenant, who may see nothing of this one's. */
  readonly otherToken?: string;
  /** A token of the same tenant that lacks the permission to write, or whatever scope the API knows. */
  readonly limitedToken?: string;
  /** Environment variables that the tokens come from, by which outputs name them. */
  readonly tokenVariables?: TokenVariables;
  /** Name of the API's form of authorization; its first one unless named. */
  readonly authorization?: string;
  readonly profile: ProfileName;
  /** The data that a suite cannot find out or create: organization, account, environment. */
  readonly data: Readonly<Record<string, string>>;
  /** Ids by fixture name; several where one is consumed. */
  readonly fixtures: Readonly<Record<string, readonly string[]>>;
  /** Capabilities, fixtures and kinds of data that the target is declared not to have. */
  readonly without: readonly string[];
  /** Time for one exchange, in milliseconds. */
  readonly timeoutMs: number;
}

export const defaultTimeoutMs = 10_000;
