import type { Waiver } from "../../conformance/results/waiver.ts";
import type { ApiId } from "../apis/index.ts";
import type { Mistake } from "./mistake.ts";
import { mistakesError } from "./mistakes-error.ts";
import { readTextFile } from "./read-text-file.ts";
import { schemaMistakes } from "./schema-mistakes.ts";
import { validate } from "./validate.ts";
import { waiverMistakes } from "./waiver-mistakes.ts";
import { parseYaml } from "./yaml-source.ts";

/**
 * The waivers of a file of their own: a list of `{ id, reason, expires }`, or a mapping that has it as `waivers`.
 * @throws {UsageError} naming every mistake in it
 */
export async function loadWaivers(file: string, api: ApiId): Promise<readonly Waiver[]> {
  const source = parseYaml(await readTextFile(file, "--waivers names a YAML list of id, reason and expires"));
  const { value } = source;
  const list = isMapping(value) ? value.waivers : value;
  const known = value === undefined ? [] : mistakesIn(value);
  const unmatched = await waiverMistakes(list, api, isMapping(value) ? ["waivers"] : [], known);
  const mistakes = [...source.mistakes, ...[...known, ...unmatched].map(source.place)];
  if (mistakes.length > 0) throw mistakesError(file, mistakes);
  return list as readonly Waiver[];
}

function isMapping(value: unknown): value is { readonly waivers?: unknown } {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

function mistakesIn(value: unknown): Mistake[] {
  if (value === null)
    return [{ at: [], part: "value", text: "nothing stands in it: write a list of id, reason and expires" }];
  return schemaMistakes(validate(isMapping(value) ? "waiversFile" : "waivers", value));
}
