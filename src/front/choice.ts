import type { Problem } from "../apis/api.ts";
import { orList } from "../contract/describe-value.ts";
import type { DocumentedResponse, Operation } from "../contract/operations.ts";
import type { Source } from "../requirement.ts";

/** Which of an operation's documented answers to give. */
export interface Choice {
  readonly response: DocumentedResponse;
  readonly status: number;
  /** Name of the example; the first one where it is left out. */
  readonly example: string | undefined;
  /** Made up from the schema instead of an example. */
  readonly dynamic: boolean;
}

/** Reads `Prefer: code=…`, `example=…` and `dynamic=…` as a choice among the operation's answers, or says what is wrong with them. */
export function chooseAnswer(operation: Operation, preferences: ReadonlyMap<string, string>): Choice | Problem {
  const code = preferences.get("code");
  const example = preferences.get("example");
  const dynamic = preferences.get("dynamic") ?? "false";
  if (dynamic !== "true" && dynamic !== "false") return refuse(`dynamic=${dynamic} is neither true nor false.`);

  const byCode = code === undefined ? undefined : operation.responses.find((each) => covers(each, code));
  if (code !== undefined && !byCode) {
    const documented = orList(operation.responses.map((each) => each.status));
    const others = /^[45]\d\d$/.test(code) ? " POST /_poolproof/faults makes the next call fail with any status." : "";
    return refuse(`${operation.id} documents no ${code}; code may be ${documented}.${others}`);
  }
  const candidates = byCode ? [byCode] : byLikelihood(operation.responses);
  const named = example === undefined ? undefined : candidates.find((each) => exampleNames(each).includes(example));
  if (example !== undefined && !named) {
    const names = candidates.flatMap(exampleNames);
    const known = names.length > 0 ? `example may be ${orList([...new Set(names)])}` : "there are none here";
    return refuse(`${operation.id} has no example called ${example}; ${known}.`);
  }
  const response = named ?? candidates[0];
  if (!response) throw new Error(`${operation.id} documents no answer`);
  return { response, status: statusOf(response, code), example, dynamic: dynamic === "true" };
}

export function isChoice(choice: Choice | Problem): choice is Choice {
  return "response" in choice;
}

const trust: Readonly<Record<Source, number>> = { page: 0, vendor: 1, standard: 2 };

/** Successes first, what the page says before what it does not: the first one is what a plain request gets. */
function byLikelihood(responses: readonly DocumentedResponse[]): DocumentedResponse[] {
  const rank = ({ status, source }: DocumentedResponse) => (status.startsWith("2") ? trust[source] : 10);
  return responses.toSorted((a, b) => rank(a) - rank(b));
}

function covers({ status }: DocumentedResponse, code: string): boolean {
  if (status === code.toUpperCase()) return true;
  return /^[1-5]\d\d$/.test(code) && status.toUpperCase() === `${code[0]}XX`;
}

function exampleNames({ mediaTypes }: DocumentedResponse): string[] {
  return mediaTypes.flatMap(({ examples }) => Object.keys(examples));
}

/** A range is answered with the very status asked for, or with its first one: `4XX` with 400. */
function statusOf({ status }: DocumentedResponse, code: string | undefined): number {
  return Number((code ?? status).toUpperCase().replace("XX", "00"));
}

function refuse(detail: string): Problem {
  return { status: 400, title: "invalid preference", detail: `Prefer: ${detail}` };
}
