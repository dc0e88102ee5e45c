import { dirname, resolve } from "node:path";
import { isApiId } from "../apis/index.ts";
import type { ConfiguredTarget } from "./configured-target.ts";
import type { Mistake } from "./mistake.ts";
import { mistakesError } from "./mistakes-error.ts";
import { readTextFile } from "./read-text-file.ts";
import { schemaMistakes } from "./schema-mistakes.ts";
import type { ConfigDocument, TargetDocument } from "./target-document.ts";
import { targetFlags } from "./target-flags.ts";
import { validate } from "./validate.ts";
import { valueMistakes } from "./value-mistakes.ts";
import { waiverMistakes } from "./waiver-mistakes.ts";
import { parseYaml, type YamlSource } from "./yaml-source.ts";

/**
 * All targets of a file.
 * @throws {UsageError} naming every mistake in it, also in targets that are not asked for
 */
export async function loadConfig(file: string): Promise<readonly ConfiguredTarget[]> {
  const text = await readTextFile(file, "poolproof init writes one, and --config names another");
  const source = parseYaml(text);
  const directory = dirname(resolve(file));
  const mistakes = [...source.mistakes, ...(await mistakesIn(source, directory)).map(source.place)];
  if (mistakes.length > 0) throw mistakesError(file, mistakes);
  const { targets } = source.value as ConfigDocument;
  return Object.entries(targets).map(([name, target]) => configure(name, target, file, directory));
}

async function mistakesIn(source: YamlSource, directory: string): Promise<Mistake[]> {
  if (source.value === undefined) return [];
  if (source.value === null) {
    return [{ at: [], part: "value", text: "nothing stands in it: poolproof init --force writes an example" }];
  }
  const known = schemaMistakes(validate("config", source.value));
  const found = targetsIn(source.value).map(async ([name, target]) => {
    const path = ["targets", name];
    const values = valueMistakes(target, path, directory, source, known);
    return [...values, ...(await waiverMistakes(target.waivers, target.api, [...path, "waivers"], known))];
  });
  return [...known, ...(await Promise.all(found)).flat()];
}

/** What can be judged further: objects that say of which API they are. */
function targetsIn(value: unknown): [string, TargetDocument][] {
  const { targets } = value as { targets?: Record<string, { api?: unknown } | null> };
  return Object.entries(targets ?? {}).filter((entry): entry is [string, TargetDocument] => {
    const api = entry[1]?.api;
    return typeof api === "string" && isApiId(api);
  });
}

function configure(name: string, target: TargetDocument, file: string, directory: string): ConfiguredTarget {
  const { api, tokenVariable, otherTokenVariable, limitedTokenVariable, waivers = [] } = target;
  return {
    name,
    file,
    directory,
    api,
    flags: targetFlags(target, directory),
    ...(tokenVariable !== undefined && { tokenVariable }),
    ...(otherTokenVariable !== undefined && { otherTokenVariable }),
    ...(limitedTokenVariable !== undefined && { limitedTokenVariable }),
    waivers,
    waiversFile: file,
  };
}
