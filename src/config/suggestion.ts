import { closestMatch } from "leven";
import { orList } from "../contract/describe-value.ts";
import { quote } from "./mistake.ts";

/** Abbreviations shorter than this fit too many words. */
const shortestAbbreviation = 3;

/** The candidate that someone who wrote this word most likely meant, if any is like it. */
export function suggestion(word: string, candidates: readonly string[]): string | undefined {
  const plain = simplify(word);
  const byPlain = new Map(candidates.map((candidate) => [simplify(candidate), candidate]));
  const maxDistance = Math.max(1, Math.floor(plain.length / 3));
  const closest = closestMatch(plain, [...byPlain.keys()], { maxDistance });
  const begun = [...byPlain.keys()].find((each) => isBeginning(plain, each) || isBeginning(each, plain));
  return byPlain.get(closest ?? begun ?? "");
}

/** `did you mean "organization"?`, or else all words that there are. */
export function suggest(word: string, candidates: readonly string[], there = "there is"): string {
  const meant = suggestion(word, candidates);
  return meant === undefined ? `${there} ${orList(candidates)}` : `did you mean ${quote(meant)}?`;
}

const isBeginning = (short: string, long: string) => short.length >= shortestAbbreviation && long.startsWith(short);

/** Case and separators are what people mix up first: `timeout-ms`, `token_variable`. */
const simplify = (word: string) => word.toLowerCase().replaceAll(/[-_\s]/g, "");
