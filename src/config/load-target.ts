import { UsageError } from "../commands/usage-error.ts";
import type { ConfiguredTarget } from "./configured-target.ts";
import { loadConfig } from "./load-config.ts";
import { quote } from "./mistake.ts";
import { suggest } from "./suggestion.ts";

/** Looked for in the folder that the command runs in. */
export const defaultConfigFile = "poolproof.yaml";

/**
 * One target of a file. The name may be left out where there is only one.
 * @throws {UsageError} if there is no such target, or naming every mistake in the file
 */
export async function loadTarget(file: string | undefined, name: string | undefined): Promise<ConfiguredTarget> {
  const path = file ?? defaultConfigFile;
  const targets = await loadConfig(path);
  const names = targets.map((target) => target.name);
  const [first, ...others] = targets;
  if (name === undefined) {
    if (first && others.length === 0) return first;
    throw new UsageError(`${path} has several targets; name one with --target: ${names.join(", ")}.`);
  }
  const found = targets.find((target) => target.name === name);
  if (found) return found;
  throw new UsageError(`There is no target ${quote(name)} in ${path}; ${suggest(name, names)}`);
}
