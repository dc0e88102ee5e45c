import type { Bundle } from "./bundle.ts";
import { describeValue, orList } from "./describe-value.ts";
import type { Violation } from "./finding.ts";
import { joinPointer } from "./json-pointer.ts";
import { findMediaType } from "./media-type.ts";
import type { Operation, Parameter } from "./operations.ts";
import { coerceText } from "./parameter-value.ts";
import { createSchemaFindings } from "./schema-findings.ts";
import type { createSchemaCompiler } from "./schema-validator.ts";

/** A request to one operation: its path parameters by name, percent-decoded, and its body as text. */
export interface Asked {
  readonly params: Readonly<Record<string, string>>;
  readonly query: URLSearchParams;
  readonly headers: { get(name: string): string | null };
  readonly text: string | undefined;
  /** The text's JSON, from whoever has it already. */
  readonly parsed?: unknown;
}

export type RequestJudge = (operation: Operation, asked: Asked) => Violation[];

/** Judges requests. What a request breaks it breaks wholly: every violation is MUST, whatever the source of the rule. */
export function createRequestJudge(bundle: Bundle, compile: ReturnType<typeof createSchemaCompiler>): RequestJudge {
  const findingsOf = createSchemaFindings(bundle);

  return (operation, asked) => judge(operation, asked).map((violation) => ({ ...violation, level: "MUST" }));

  function judge(operation: Operation, asked: Asked): Violation[] {
    return [
      ...operation.parameters.flatMap((parameter) => judgeParameter(parameter, textOf(parameter, asked))),
      ...judgeBody(operation, asked),
    ];
  }

  function judgeParameter(parameter: Parameter, text: string | null): Violation[] {
    const { name, schema, pointer, required } = parameter;
    if (text === null) {
      if (!required) return [];
      const missing = { expected: "a value", got: "none", contract: joinPointer(pointer, "required") };
      return [{ place: "parameter", pointer: name, level: "MUST", ...missing }];
    }
    const validate = compile(schema);
    if (validate(coerceText(schema, text))) return [];
    return findingsOf(validate.errors ?? [], { schema, place: "parameter", pointer: name, level: "MUST" });
  }

  function judgeBody({ requestBody }: Operation, { headers, text, parsed }: Asked): Violation[] {
    if (!requestBody) return [];
    const fail = (place: Violation["place"], expected: string, got: string): Violation[] => [
      { place, pointer: "", expected, got, level: "MUST", contract: requestBody.pointer },
    ];
    if (text === undefined || text === "") return requestBody.required ? fail("body", "a body", "none") : [];
    const contentType = headers.get("content-type");
    const mediaType = findMediaType(requestBody.mediaTypes, contentType);
    if (!mediaType)
      return fail("media-type", orList(requestBody.mediaTypes.map(({ name }) => name)), contentType ?? "none");
    try {
      const validate = compile(mediaType.schema);
      if (validate(parsed === undefined ? JSON.parse(text) : parsed)) return [];
      return findingsOf(validate.errors ?? [], { schema: mediaType.schema, place: "body", level: "MUST" });
    } catch (error) {
      return fail("body", "JSON", `${describeValue(text)} (${(error as Error).message})`);
    }
  }
}

function textOf({ in: place, name }: Parameter, { params, query, headers }: Asked): string | null {
  if (place === "path") return params[name] ?? null;
  return place === "query" ? query.get(name) : headers.get(name);
}
