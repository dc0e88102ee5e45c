import type { CheckResult, ReportedFinding } from "../../conformance/results/report.ts";

/**
 * Tells apart what one check found: what has the same key is the same thing in many items, answers or requests.
 * @param ids of what the check asked for, which tell nothing apart
 */
export function alikeKey(finding: ReportedFinding, ids: readonly string[]): string {
  const { requirement, level, place, pointer, expected, got } = finding;
  const everyItem = pointer.replaceAll(/\/\d+(?=\/|$)/g, "/*");
  const outcome =
    place === "status" ? [statusIn(expected), got.split(" ")[0]] : [withoutNames(expected, ids), got === "nothing"];
  return JSON.stringify([requirement, level, place, everyItem, ...outcome]);
}

/** Tells apart what is wrong with the server: what has the same key is mended by the same change, most likely. */
export function causeKey(check: CheckResult, finding: ReportedFinding, ids: readonly string[]): string {
  const { place, level, requirement, text = requirement, expected, got } = finding;
  if (place === "status") return JSON.stringify(["status", level, ...statusCause(check, finding, ids)]);
  // Which request it was, and what else the object has, says nothing of why the member is not there.
  const missing = missingMember(finding);
  if (missing !== undefined) return JSON.stringify(["missing", level, text, missing]);
  const said = withoutNames(got.replaceAll(/"[^"]*"/g, "…"), ids);
  return JSON.stringify([place, level, text, memberIn(finding.pointer), withoutNames(expected, ids), said]);
}

/** What in the paths that a check asked for is no word of the API. */
export function idsIn(findings: readonly ReportedFinding[]): readonly string[] {
  const segments = findings.flatMap(({ sent = "" }) => /^[A-Z]+ ([^\s?]*)/.exec(sent)?.[1]?.split("/") ?? []);
  return [...new Set(segments)].filter((segment) => !isWord(segment));
}

const isWord = (segment: string) => /^[a-z-]*$/.test(segment);

/** The place in the answers to one kind of request where the contract is broken: by want of a member, or by its type. */
export function brokenPlace(finding: ReportedFinding): string | undefined {
  const { place, pointer, expected } = finding;
  if (place !== "body") return undefined;
  const missing = missingMember(finding);
  if (missing !== undefined) return placeIn(finding, `${pointer}/${missing}`);
  return /^\w+(?: or null)?$/.test(expected) && typeIn(expected) !== undefined ? placeIn(finding, pointer) : undefined;
}

/** The place where a value is not as expected that no such answer could have: what is not there, or of another type. */
export function impossiblePlace(finding: ReportedFinding): string | undefined {
  const { place, pointer, expected, got } = finding;
  const [wanted, given] = [typeIn(expected), typeIn(got)];
  const isOfAnotherType = wanted !== undefined && given !== undefined && wanted !== given;
  return place === "body" && (got === "nothing" || isOfAnotherType) ? placeIn(finding, pointer) : undefined;
}

function placeIn({ sent = "" }: ReportedFinding, pointer: string): string {
  const [method, path = ""] = sent.split(/[ ?]/);
  const words = path.split("/").map((segment) => (isWord(segment) ? segment : "*"));
  return `${method} ${words.join("/")} ${memberIn(pointer)}`;
}

/** `number` of `integer` as of `number 7` */
function typeIn(described: string): string | undefined {
  const [, type] = /^(string|integer|number|boolean|array|object|null)\b/.exec(described) ?? [];
  return type === "integer" ? "number" : type;
}

function missingMember({ expected }: ReportedFinding): string | undefined {
  return /^a member "(.+)"$/.exec(expected)?.[1];
}

/** A request is refused or not for what is wrong with it; only of what is right with it counts which requirement asks. */
function statusCause(check: CheckResult, finding: ReportedFinding, ids: readonly string[]): readonly unknown[] {
  const { requirement, text = requirement, expected, got, difference = [] } = finding;
  const wrong = difference.map((line) => withoutNames(line.replace(/ instead of .*/s, ""), ids));
  const token = wrongToken(check, wrong);
  // Every operation asks for the token in the same way, and has a status of its own for success.
  if (token !== undefined) return [token, statusIn(expected), `${got[0]}xx`];
  if (/^5\d\d/.test(got) && wrong.length === 0) return [check.operation, withoutNames(got, ids)];
  return [text, statusIn(expected), got.split(" ")[0], wrong];
}

/** What was wrong with the token, where that alone was. A check that stops at once has no twin to differ from. */
function wrongToken({ id }: CheckResult, wrong: readonly string[]): string | undefined {
  if (wrong.length === 0) return /\/refuses-(missing|bad)-token$/.exec(id)?.[1];
  if (!wrong.every((line) => line.startsWith("header Authorization: "))) return undefined;
  if (wrong.every((line) => line.endsWith(" none"))) return "missing";
  return wrong.some((line) => line.includes("$POOLPROOF_")) ? wrong.join() : "bad";
}

/** `412 as the agent is busy` asks for what `412` asks for. */
function statusIn(expected: string): string {
  return expected.split(/,? (?:as|for|after|since|while|in|of) /)[0] ?? expected;
}

/** The member within its object, be that the body, in a member of it or in a list: `/data/3/status` is `status`. */
function memberIn(pointer: string): string {
  const segments = pointer.split("/").slice(1);
  const [, second] = segments;
  const wrapping = second === undefined ? 0 : /^\d+$/.test(second) ? 2 : 1;
  return (segments.length > wrapping ? segments.slice(wrapping) : ["*"])
    .map((segment) => (/^\d+$/.test(segment) ? "*" : segment))
    .join("/");
}

/** A sentence without the names, ids, moments and numbers that differ from run to run and from request to request. */
function withoutNames(sentence: string, ids: readonly string[]): string {
  const named = ids.reduce((text, id) => text.replaceAll(id, "…"), sentence.replaceAll(/poolproof-[\w-]+/g, "…"));
  return named.replaceAll(/\b(?=[\w-]*\d)(?=[\w-]*[A-Za-z])[\w-]{6,}/g, "…").replaceAll(/\d+/g, "…");
}
