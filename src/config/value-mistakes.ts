import type { RunFlags } from "../commands/run-flags.ts";
import { readRunFlags } from "../commands/run-options.ts";
import { UsageError } from "../commands/usage-error.ts";
import { areRelated, type Mistake, type Path } from "./mistake.ts";
import type { TargetDocument } from "./target-document.ts";
import { type FlagPart, flagParts, targetFlags } from "./target-flags.ts";
import type { YamlSource } from "./yaml-source.ts";

/** A mock needs neither token nor data, both of which may come from the command line later. */
const leastDemanding = { profile: "mock" } as const satisfies RunFlags;

/**
 * What the code that reads the command's flags has against the values of a target, each judged beside its URL.
 * @param path from the root of the document to the target
 * @param known mistakes that were found before: what they speak of is not judged again
 */
export function valueMistakes(
  target: TargetDocument,
  path: Path,
  directory: string,
  { writtenAt }: Pick<YamlSource, "writtenAt">,
  known: readonly Mistake[],
): Mistake[] {
  const isKnown = (part: Path) => known.some(({ at }) => areRelated(at, [...path, ...part]));
  if (isKnown(["api"])) return [];
  const judge = (flags: RunFlags) => complaint(target, { ...flags, ...leastDemanding });
  const parts = flagParts(target, directory).filter((part) => !isKnown(part.path));
  const url = isKnown(["url"]) || judge({ url: target.url }) ? {} : { url: target.url };
  const mistakes = parts.flatMap((part): Mistake[] => {
    const text = misreadNumber(part, writtenAt([...path, ...part.path])) ?? judge({ ...url, ...part.flags });
    return text === undefined ? [] : [{ at: [...path, ...part.path], part: "value", text: inFile(text, part.flags) }];
  });
  if (mistakes.length > 0 || isKnown([])) return mistakes;
  const text = judge(targetFlags(target, directory));
  return text === undefined ? [] : [{ at: path, part: "key", text: inFile(text, { url: target.url }) }];
}

function complaint({ api }: TargetDocument, flags: RunFlags): string | undefined {
  try {
    readRunFlags(api, flags, {});
    return undefined;
  } catch (error) {
    if (error instanceof UsageError) return error.message;
    throw error;
  }
}

/** YAML reads `007` as 7 and rounds what has more than sixteen digits. */
function misreadNumber({ path, flags }: FlagPart, written: string | undefined): string | undefined {
  const isId = path[0] === "fixtures" && written !== undefined;
  return isId && !flags.fixture?.[0]?.endsWith(`=${written}`)
    ? `${written} is read as another number: put it in quotes`
    : undefined;
}

/** The sentence without what speaks of the command line. An address is not repeated: it may hold a secret. */
function inFile(message: string, { url, fixture = [] }: RunFlags): string {
  let text = message.replace(/\.$/, "");
  if (url) text = text.replaceAll(url, "the URL");
  for (const pair of fixture) text = text.replace(`--fixture ${pair}: `, "");
  text = text.replace(/^--[\w-]+ /, "");
  return /^[A-Z][a-z ]/.test(text) ? `${text.charAt(0).toLowerCase()}${text.slice(1)}` : text;
}
