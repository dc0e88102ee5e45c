import type { Waiver } from "../../conformance/results/waiver.ts";
import type { ApiId } from "../apis/index.ts";
import type { RunFlags } from "../commands/run-flags.ts";

/** A named target, as the command goes on with it. */
export interface ConfiguredTarget {
  readonly name: string;
  /** The file that it stands in, as it was named. */
  readonly file: string;
  /** Absolute path of the folder of that file. */
  readonly directory: string;
  readonly api: ApiId;
  /** What the command line may override, with `overrideFlags`. */
  readonly flags: RunFlags;
  /** Names of environment variables, where others are meant than usual. */
  readonly tokenVariable?: string;
  readonly otherTokenVariable?: string;
  readonly limitedTokenVariable?: string;
  readonly waivers: readonly Waiver[];
  /** The file that the waivers stand in, as it was named. */
  readonly waiversFile: string;
}
