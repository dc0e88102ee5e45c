import type { Operation } from "../../../src/contract/operations.ts";
import { kebab } from "../../derived/kebab.ts";
import type { Suite } from "../../kit/suite.ts";
import { fronted, overlooking } from "../alterations.ts";
import type { Mutant } from "../mutant.ts";
import { bodyBreakings, bodyFaults, breakAt, patternsIn } from "./breaking.ts";
import { failingMutants } from "./failing-mutants.ts";
import { operationOf, type RecordedAnswer, type Recording, routeOf } from "./recording.ts";

/** Requirements that a fault of a whole request breaks, which no place in a contract stands for. */
export interface RequestRows {
  /** Of all operations, or by operationId. */
  readonly badToken: string | Readonly<Record<string, string>>;
  /** A failure where a request is odd. */
  readonly noServerError: string;
  /** Where it is not the same. */
  readonly missingToken?: string;
  /** By operationId: a body that is no JSON, none at all, one of another media type. */
  readonly notJson: Readonly<Record<string, string>>;
  readonly emptyBody: Readonly<Record<string, string>>;
  /** By operationId: patterns of `BREAKING MEMBER`, and the row that such a body has to be refused by; the first that fits. */
  readonly broken: Readonly<Record<string, readonly (readonly [pattern: RegExp, row: string])[]>>;
  readonly wrongMediaType: Readonly<Record<string, string>>;
  /** By operationId and path parameter: a value that nothing has. */
  readonly unknownId: Readonly<Record<string, Readonly<Record<string, string>>>>;
  /** By operationId and query parameter: what a server breaks that overlooks it. */
  readonly overlooked: Readonly<Record<string, Readonly<Record<string, string>>>>;
}

/** Faults in what is asked for: each parameter overlooked, each constraint of a request not minded, tokens not looked at. */
export function requestMutants(suite: Suite, recording: Recording, rows: RequestRows): Mutant<unknown>[] {
  return suite.contract.operations.flatMap((operation) => [
    ...overlookingMutants(operation, rows),
    ...tokenMutants(suite, operation, rows),
    ...failingMutants(suite, operation, recording, rows),
    ...unknownIdMutants(suite, operation, recording, rows),
    ...bodyMutants(suite, operation, recording, rows),
    ...textMutants(suite, operation, recording, rows),
  ]);
}

function overlookingMutants({ id }: Operation, { overlooked }: RequestRows): Mutant<unknown>[] {
  return Object.entries(overlooked[id] ?? {}).map(([name, requirement]) => ({
    id: `${id}/overlooks-${kebab(name)}`,
    family: name.startsWith("page") || name === "limit" || name === "offset" ? "pagination" : "lists",
    requirement,
    fault: `overlooks ${name} of ${id}`,
    alteration: overlooking(id, name),
  }));
}

function tokenMutants(suite: Suite, operation: Operation, rows: RequestRows): Mutant<unknown>[] {
  const badToken = typeof rows.badToken === "string" ? rows.badToken : rows.badToken[operation.id];
  if (badToken === undefined) return [];
  const faults = [
    {
      topic: "takes-no-token",
      fault: "no token",
      requirement: rows.missingToken ?? badToken,
      fits: (token: string) => token === "",
    },
    {
      topic: "takes-any-token",
      fault: "a token that is not valid",
      requirement: badToken,
      fits: (token: string) => token.includes("not-a-valid"),
    },
  ];
  return faults.map(({ topic, fault, requirement, fits }) => ({
    id: `${operation.id}/${topic}`,
    family: "authentication",
    requirement,
    fault: `serves ${operation.id} to a client with ${fault}`,
    alteration: fronted((request, sound) => {
      const token = request.headers.get("authorization") ?? request.headers.get("x-api-key") ?? "";
      if (operationOf(suite, request) !== operation || !fits(token)) return sound(request);
      const headers = new Headers(request.headers);
      headers.set("authorization", `${suite.api === "pulumi" ? "token" : "Bearer"} reference-token`);
      return sound(new Request(request, { headers }));
    }),
  }));
}

/** Answers as if all were well where the reference refuses. */
function welcoming(
  suite: Suite,
  operation: Operation,
  { answers }: Recording,
  isWelcome: (request: Request, text: string, refused: Response) => boolean,
) {
  const success = answers.find((answer) => answer.operation === operation && answer.status < 300);
  return fronted(async (request, sound) => {
    if (operationOf(suite, request) !== operation) return sound(request);
    const text = await request.clone().text();
    const response = await sound(request);
    return response.status >= 400 && isWelcome(request, text, response) ? answerOf(success, response) : response;
  });
}

function answerOf(success: RecordedAnswer | undefined, refused: Response): Response {
  if (!success) return refused;
  const [body] = success.samples;
  return new Response(body === undefined ? null : JSON.stringify(body), {
    status: success.status,
    headers: success.headers,
  });
}

/** A value of a path that nothing has; where an organization stands before an id, one of the two at a time. */
function unknownIdMutants(
  suite: Suite,
  operation: Operation,
  recording: Recording,
  rows: RequestRows,
): Mutant<unknown>[] {
  return Object.entries(rows.unknownId[operation.id] ?? {}).map(([name, requirement]) => {
    const isAsked = (request: Request) => {
      const { params } = routeOf(suite, request) ?? {};
      const tenant = Object.entries(params ?? {}).find(([each]) => each.startsWith("organization"));
      const isOfTenant = tenant === undefined || recording.tenants.has(tenant[1]);
      return tenant?.[0] === name ? !isOfTenant : isOfTenant;
    };
    return {
      id: `${operation.id}/welcomes-unknown-${kebab(name)}`,
      family: "refusals",
      requirement,
      fault: `answers ${operation.id} with success where nothing has the ${name} of the path`,
      alteration: welcoming(
        suite,
        operation,
        recording,
        (request, _, { status }) => status === 404 && isAsked(request),
      ),
    };
  });
}

/** Each constraint of a body not minded: what breaks it is answered as if all were well, and nothing is done. */
function bodyMutants(suite: Suite, operation: Operation, recording: Recording, rows: RequestRows): Mutant<unknown>[] {
  const bodies = recording.bodies.get(operation.id) ?? [];
  const mutants = new Map<string, Mutant<unknown>>();
  for (const pattern of new Set(bodies.flatMap(patternsIn))) {
    for (const name of Object.keys(bodyBreakings) as (keyof typeof bodyBreakings)[]) {
      const broken = bodies
        .map((body) => breakAt(body, pattern, bodyBreakings[name]))
        .find((body) => body !== undefined);
      const [violation] = broken === undefined ? [] : judge(suite, operation, JSON.stringify(broken));
      const what = `${name} ${pattern}`;
      const requirement = rows.broken[operation.id]?.find(([fits]) => fits.test(what))?.[1];
      // Null and another wrong type break the same keyword at the same place, so they are one fault.
      const key = `${violation?.contract} ${violation?.pointer} ${violation?.expected}`;
      if (!violation || requirement === undefined || mutants.has(key)) continue;
      mutants.set(key, {
        id: `${operation.id}/takes-${name}-${kebab(pattern)}`,
        family: "validation",
        requirement,
        fault: `takes a body of ${operation.id} ${bodyFaults[name]} ${pattern}`,
        alteration: welcoming(suite, operation, recording, (_, text) =>
          judge(suite, operation, text).some(
            ({ contract, pointer }) => contract === violation.contract && pointer === violation.pointer,
          ),
        ),
      });
    }
  }
  return [...mutants.values()];
}

function judge({ contract }: Suite, operation: Operation, text: string) {
  try {
    JSON.parse(text);
  } catch {
    return [];
  }
  const [mediaType] = operation.requestBody?.mediaTypes ?? [];
  const headers = new Headers({ "content-type": mediaType?.name ?? "" });
  const violations = contract.judgeRequest(operation, { params: {}, query: new URLSearchParams(), headers, text });
  return violations.filter(({ place }) => place === "body");
}

function textMutants(suite: Suite, operation: Operation, recording: Recording, rows: RequestRows): Mutant<unknown>[] {
  const isJson = (text: string) => {
    try {
      JSON.parse(text);
      return true;
    } catch {
      return false;
    }
  };
  const notJson = rows.notJson[operation.id];
  const emptyBody = rows.emptyBody[operation.id];
  const wrongMediaType = rows.wrongMediaType[operation.id];
  const make = (topic: string, requirement: string, isWelcome: (text: string, status: number) => boolean) => ({
    id: `${operation.id}/${topic}`,
    family: "validation" as const,
    requirement,
    fault: `${topic.replaceAll("-", " ")} at ${operation.id}`,
    alteration: welcoming(suite, operation, recording, (_, text, { status }) => isWelcome(text, status)),
  });
  return [
    ...(notJson === undefined
      ? []
      : [make("takes-malformed-json", notJson, (text, status) => status !== 415 && text !== "" && !isJson(text))]),
    ...(emptyBody === undefined ? [] : [make("takes-an-empty-body", emptyBody, (text) => text === "")]),
    ...(wrongMediaType === undefined
      ? []
      : [make("takes-any-media-type", wrongMediaType, (_, status) => status === 415)]),
  ];
}
