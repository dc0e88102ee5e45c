import type { ProfileName } from "../../conformance/kit/capability.ts";
import type { Waiver } from "../../conformance/results/waiver.ts";
import type { ApiId } from "../apis/index.ts";

/** A target as it stands in the file; what each member means stands in poolproof.schema.json. */
export interface TargetDocument {
  readonly api: ApiId;
  readonly url: string;
  readonly tokenVariable?: string;
  readonly otherTokenVariable?: string;
  readonly limitedTokenVariable?: string;
  readonly auth?: string;
  readonly organization?: string;
  readonly account?: string;
  readonly environment?: string;
  readonly profile?: ProfileName;
  readonly fixtures?: Readonly<Record<string, Id | readonly Id[]>>;
  readonly without?: readonly string[];
  readonly waivers?: readonly Waiver[];
  /** Requests a second. */
  readonly rate?: number;
  readonly timeoutMs?: number;
  readonly concurrency?: number;
  readonly strict?: boolean;
  readonly maxRequests?: number;
  /** Path, relative to the file. */
  readonly ca?: string;
  readonly insecure?: boolean;
}

/** Numeric ids may stand without quotes. */
type Id = string | number;

export interface ConfigDocument {
  readonly targets: Readonly<Record<string, TargetDocument>>;
}
