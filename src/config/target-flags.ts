import { resolve } from "node:path";
import type { RunFlags } from "../commands/run-flags.ts";
import type { Path } from "./mistake.ts";
import type { TargetDocument } from "./target-document.ts";

/** What one member of a target says, as the flags that say the same. */
export interface FlagPart {
  /** From the target to the member. */
  readonly path: Path;
  readonly flags: RunFlags;
}

/** Members that have one flag each, with the text that the flag takes. */
const flagsOf = {
  url: (url) => ({ url }),
  auth: (auth) => ({ auth }),
  organization: (organization) => ({ organization }),
  account: (account) => ({ account }),
  environment: (environment) => ({ environment }),
  profile: (profile) => ({ profile }),
  without: (words) => ({ without: [words].flat().join() }),
  rate: (count) => ({ rate: `${count}/s` }),
  timeoutMs: (count) => ({ timeout: String(count) }),
  concurrency: (count) => ({ concurrency: String(count) }),
  strict: (strict) => ({ strict }),
  maxRequests: (count) => ({ maxRequests: String(count) }),
  ca: (file, directory) => ({ ca: resolve(directory, file) }),
  insecure: (insecure) => ({ insecure }),
} as const satisfies {
  readonly [Member in keyof TargetDocument]?: (
    value: NonNullable<TargetDocument[Member]>,
    directory: string,
  ) => RunFlags;
};

/** Members of a target that become flags, beside its fixtures. */
export const flagMembers = Object.keys(flagsOf) as readonly (keyof typeof flagsOf)[];

/** A target as the flags of `poolproof run`; the path of a file is resolved against the folder. */
export function targetFlags(target: TargetDocument, directory: string): RunFlags {
  const parts = flagParts(target, directory).map((part) => part.flags);
  const fixture = parts.flatMap((flags) => flags.fixture ?? []);
  return { ...Object.assign({}, ...parts), ...(fixture.length > 0 && { fixture }) };
}

/** Member by member, so that each can be judged by itself. Tolerates what is not of its type. */
export function flagParts(target: TargetDocument, directory: string): FlagPart[] {
  const single = flagMembers.flatMap((member) => {
    const value = target[member];
    if (value === undefined || value === null) return [];
    const convert = flagsOf[member] as (value: unknown, directory: string) => RunFlags;
    return [{ path: [member], flags: convert(value, directory) }];
  });
  const fixtures = Object.entries(target.fixtures ?? {}).flatMap(([name, ids]) =>
    [ids].flat().map((id, index) => ({
      path: ["fixtures", name, ...(Array.isArray(ids) ? [String(index)] : [])],
      flags: { fixture: [`${name}=${id}`] },
    })),
  );
  return [...single, ...fixtures];
}
