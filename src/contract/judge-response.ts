import type { Level, Source } from "../requirement.ts";
import type { Bundle, Schema } from "./bundle.ts";
import { describeValue, orList } from "./describe-value.ts";
import type { Judgement, Observation, Violation } from "./finding.ts";
import { joinPointer } from "./json-pointer.ts";
import { essenceOf, findMediaType, isJson } from "./media-type.ts";
import type { DocumentedResponse, Header, Operation } from "./operations.ts";
import { coerceText } from "./parameter-value.ts";
import { type JsonReading, readJson } from "./read-json.ts";
import { createSchemaFindings } from "./schema-findings.ts";
import type { createSchemaCompiler } from "./schema-validator.ts";
import { createUnlistedMembersFinder } from "./unlisted-members.ts";

/** A response as it came: its body is text, since whether it is JSON is one of the questions. */
export interface Answer {
  readonly status: number;
  readonly headers: Headers;
  readonly text: string;
  /** The body as JSON, where it has been read already. */
  readonly reading?: JsonReading;
}

/** What the request deserved: an answer, to be refused because it was wrong on purpose, or either where nobody says which. */
export type Deserved = "success" | "refusal" | "either";

export type ResponseJudge = (operation: Operation, answer: Answer, deserved?: Deserved) => Judgement;

/** Of a longer body only the first violation is looked for: ajv would make millions of errors of some. */
const longLength = 200_000;

/** More findings than this on one body tell nothing new; a hostile body could otherwise make millions. */
const mostFindings = 50;

/** So that no number of lesser violations hides one that binds. */
function gravestFirst(violations: readonly Violation[]): Violation[] {
  const binding = violations.filter(({ level }) => level === "MUST");
  return [...binding, ...violations.filter(({ level }) => level !== "MUST")].slice(0, mostFindings);
}

const levelOf = (source: Source): Level => (source === "page" ? "MUST" : "SHOULD");

export function createResponseJudge(bundle: Bundle, compile: ReturnType<typeof createSchemaCompiler>) {
  const findingsOf = createSchemaFindings(bundle);
  const unlistedMembers = createUnlistedMembersFinder(bundle);

  const judgeResponse: ResponseJudge = (operation, answer, deserved = "success") => {
    const documented = findResponse(operation, answer.status);
    const statusFindings = judgeStatus(operation, answer, deserved, documented);
    if (!documented || deserved === "either") return statusFindings;
    const contentFindings = judgeContent(documented, answer);
    const cause = statusFindings.violations.length > 0 ? [] : contentFindings.violations;
    return {
      // The body of an answer that should not have come at all is judged only for what it shows.
      violations: gravestFirst([...statusFindings.violations, ...judgeHeaders(documented, answer), ...cause]),
      observations: [...statusFindings.observations, ...contentFindings.observations],
    };
  };

  return { judgeResponse, judgeBody };

  /** Judges parsed JSON against the schema of a documented response. */
  function judgeBody(
    response: DocumentedResponse,
    schema: Schema,
    value: unknown,
    wants: "all" | "first" = "all",
  ): Judgement {
    const validate = compile(schema, wants);
    const violations = validate(value)
      ? []
      : findingsOf(validate.errors ?? [], { schema, place: "body", level: levelOf(response.source) });
    const observations = unlistedMembers(schema, value)
      .slice(0, mostFindings)
      .map(
        (pointer): Observation => ({
          kind: "unlisted-member",
          pointer,
          text: `undocumented member ${pointer} present`,
        }),
      );
    return { violations, observations };
  }

  function judgeContent(response: DocumentedResponse, answer: Answer): Judgement {
    const [first] = response.mediaTypes;
    if (!first) return { violations: judgeEmptyBody(response, answer), observations: [] };
    // Of a refusal that a page does not document it is open whether it says anything at all, and what else.
    const isOpen = answer.status >= 400 && response.source !== "page";
    if (isOpen && answer.text === "") return { violations: [], observations: [] };
    const contentType = answer.headers.get("content-type");
    const mediaType = findMediaType(response.mediaTypes, contentType);
    const wrongType: Violation[] = mediaType
      ? []
      : [
          {
            place: "media-type",
            pointer: "",
            expected: orList(response.mediaTypes.map(({ name }) => name)),
            got: contentType === null ? "no Content-Type" : (essenceOf(contentType) ?? describeValue(contentType)),
            level: levelOf(response.contentSource),
            contract: joinPointer(response.definition, "content"),
          },
        ];
    if (mediaType && !isJson(mediaType.name)) return judgeBody(response, mediaType.schema, answer.text);
    const parsed = answer.reading ?? readJson(answer.text);
    if (!parsed.ok) {
      const violation: Violation = {
        place: "body",
        pointer: "",
        expected: "JSON",
        got: answer.text === "" ? "an empty body" : parsed.reason,
        // The status can be the page's while its body is known from elsewhere.
        level: levelOf(response.source === "page" ? (first.schema["x-source"] ?? "page") : response.source),
        contract: joinPointer((mediaType ?? first).pointer, "schema"),
      };
      return { violations: [...wrongType, violation], observations: [] };
    }
    const judged = judgeBody(
      response,
      (mediaType ?? first).schema,
      parsed.value,
      answer.text.length > longLength ? "first" : "all",
    );
    const essence = essenceOf(contentType);
    const alias: Observation[] =
      mediaType && essence !== mediaType.name ? [{ kind: "reading", pointer: "", text: `labelled ${essence}` }] : [];
    const unlisted = isOpen ? [] : judged.observations;
    return { violations: [...wrongType, ...judged.violations], observations: [...alias, ...unlisted] };
  }

  function judgeHeaders(response: DocumentedResponse, answer: Answer): Violation[] {
    return response.headers.flatMap((header) => judgeHeader(header, answer.headers.get(header.name)));
  }

  function judgeHeader(header: Header, text: string | null): Violation[] {
    const level = levelOf(header.source);
    if (text === null) {
      const missing = { expected: "the header", got: "none", contract: joinPointer(header.pointer, "required") };
      return header.required ? [{ place: "header", pointer: header.name, level, ...missing }] : [];
    }
    const validate = compile(header.schema);
    if (validate(coerceText(header.schema, text))) return [];
    return findingsOf(validate.errors ?? [], { schema: header.schema, place: "header", pointer: header.name, level });
  }
}

/** The documented response of a status: the exact one, or else its range. */
export function findResponse(operation: Operation, status: number): DocumentedResponse | undefined {
  const range = `${Math.floor(status / 100)}XX`;
  return (
    operation.responses.find((response) => response.status === `${status}`) ??
    operation.responses.find((response) => response.status.toUpperCase() === range)
  );
}

export const isSuccess = (status: number) => status >= 200 && status < 300;

/** Whether the status may stand at all. A range never excuses the answer to a valid request, and a 5xx is never a refusal. */
function judgeStatus(
  operation: Operation,
  answer: Answer,
  deserved: Deserved,
  documented: DocumentedResponse | undefined,
): Judgement {
  const { status } = answer;
  const nothing: Judgement = { violations: [], observations: [] };
  const fail = (expected: string, contract: string, level: Level = "MUST"): Judgement => {
    const got = `${status}${describeRefusal(answer)}`;
    return { ...nothing, violations: [{ place: "status", pointer: "", expected, got, level, contract }] };
  };
  const observe = (kind: Observation["kind"], text: string): Judgement => ({
    ...nothing,
    observations: [{ kind, pointer: "", text }],
  });

  if (deserved === "success") {
    if (isSuccess(status) && documented) return nothing;
    const successes = operation.responses.filter((each) => each.status.startsWith("2"));
    // Where the page gives no success at all, another one than is known from elsewhere does not break it.
    const isOpen = isSuccess(status) && successes.every(({ source }) => source !== "page");
    const wanted = orList(successes.map((each) => each.status));
    return fail(wanted, successes[0]?.pointer ?? operation.pointer, isOpen ? "SHOULD" : "MUST");
  }
  if (deserved === "either")
    return status < 500 ? nothing : fail("no 5xx", joinPointer(operation.pointer, "responses"));
  if (status < 400 || status > 499) return fail("a refusal (4xx)", joinPointer(operation.pointer, "responses"));
  if (!documented) return observe("undocumented-status", `refused with ${status}, which the contract does not list`);
  const isRange = documented.status.toUpperCase().endsWith("XX");
  return isRange ? observe("range-status", `refused with ${status}, listed as ${documented.status} only`) : nothing;
}

/** What an error body says of itself, to be shown behind a status that was not wanted. */
function describeRefusal({ status, text }: Answer): string {
  const words = status >= 400 ? text.replaceAll(/\s+/g, " ").trim() : "";
  return words === "" ? "" : ` (${words.length > 160 ? `${words.slice(0, 159)}…` : words})`;
}

/** Clients drop what follows a 204, so a body shows there by its announced length at most (RFC 9110, 8.6). */
function judgeEmptyBody(response: DocumentedResponse, answer: Answer): Violation[] {
  const announced = Number(answer.headers.get("content-length") ?? 0);
  if (answer.text === "" && !(announced > 0)) return [];
  const level = levelOf(response.source);
  const got = answer.text === "" ? `Content-Length ${announced}` : describeValue(answer.text);
  return [{ place: "body", pointer: "", expected: "no body", got, level, contract: response.definition }];
}
