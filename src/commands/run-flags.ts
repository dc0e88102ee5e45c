/** Flags of `poolproof run` as they come from the command line. */
export interface RunFlags {
  readonly url?: string;
  readonly organization?: string;
  readonly account?: string;
  readonly environment?: string;
  readonly fixture?: readonly string[];
  readonly profile?: string;
  readonly without?: string;
  readonly only?: string;
  readonly shard?: string;
  readonly strict?: boolean;
  readonly concurrency?: string;
  readonly rate?: string;
  readonly maxRequests?: string;
  readonly maxMinutes?: string;
  readonly timeout?: string;
  readonly token?: string;
  readonly auth?: string;
  readonly ca?: string;
  readonly insecure?: boolean;
  readonly waivers?: string;
  readonly config?: string;
  readonly target?: string;
  readonly report?: readonly string[];
  readonly plan?: boolean;
  readonly verbose?: boolean;
}
