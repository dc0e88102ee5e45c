import type { Bundle, Schema } from "../../../src/contract/bundle.ts";
import { tokensOf } from "../../../src/contract/json-pointer.ts";
import { findResponse } from "../../../src/contract/judge-response.ts";
import { childLayers, layersOf } from "../../../src/contract/schema-tree.ts";
import type { Level } from "../../../src/requirement.ts";
import { kebab } from "../../derived/kebab.ts";
import type { Suite } from "../../kit/suite.ts";
import { reply, responding } from "../alterations.ts";
import type { Mutant } from "../mutant.ts";
import { answerFaults, breakAt, breakings, patternsIn, unbroken } from "./breaking.ts";
import { operationOf, type RecordedAnswer, type Recording } from "./recording.ts";
import { rowOf, rowOfStatus } from "./row-of.ts";

/** Faults in what is answered: each member and enum value broken, each status, media type and required header replaced. */
export function answerMutants(suite: Suite, { answers }: Recording): Mutant<unknown>[] {
  return answers
    .filter((answer) => isProvoked(suite, answer))
    .flatMap((answer) => [
      ...memberMutants(suite, answer),
      ...enumMutants(suite, answer),
      ...statusMutants(suite, answer),
      ...headerMutants(suite, answer),
    ]);
}

/**
 * Whether a check sets out to bring the answer about. Other refusals answer requests that a page leaves open, and of
 * those nothing is asked but that they be no failure.
 */
function isProvoked({ checks }: Suite, { operation, status }: RecordedAnswer): boolean {
  const ofOperation = checks.filter(({ operationId }) => operationId === operation.id);
  return status < 300 || ofOperation.some(({ provokes }) => provokes.includes(String(status)));
}

interface Given {
  readonly topic: string;
  readonly fault: string;
  /** Where they do not follow from the place. */
  readonly requirement?: string | undefined;
  readonly level?: Level;
}

type Change = (text: string, response: Response) => Response;

/** A mutant of one recorded answer; none where no requirement speaks of the place that is broken. */
function mutantOf(
  suite: Suite,
  { operation, status }: RecordedAnswer,
  { topic, fault, place, change, ...given }: Given & { readonly place: string; readonly change: Change },
): Mutant<unknown>[] {
  const { level, requirement = rowOf(suite, operation, place) } = given;
  if (requirement === undefined) return [];
  return [
    {
      id: `${operation.id}/${status}/${topic}`,
      family: status < 400 ? "shapes" : "refusals",
      requirement,
      ...(level && { level }),
      fault: `${fault} where ${operation.id} answers ${status}`,
      alteration: responding(
        (response, request) => response.status === status && operationOf(suite, request) === operation,
        (response, text) => change(text, response),
      ),
    },
  ];
}

/** Each member dropped, nulled and given another type, where the contract minds. */
function memberMutants(suite: Suite, answer: RecordedAnswer): Mutant<unknown>[] {
  const patterns = [...new Set(answer.samples.flatMap(patternsIn))];
  return patterns.flatMap((pattern) =>
    (Object.keys(breakings) as (keyof typeof breakings)[]).flatMap((name) =>
      bodyMutant(suite, answer, {
        topic: `${name}-${kebab(pattern)}`,
        fault: `${answerFaults[name]} ${pattern}`,
        pattern,
        replace: breakings[name],
      }),
    ),
  );
}

/** Each value that an enum or const lists replaced by a word that it does not list. */
function enumMutants(suite: Suite, answer: RecordedAnswer): Mutant<unknown>[] {
  const schema = schemaOf(answer);
  if (!schema) return [];
  const patterns = [...new Set(answer.samples.flatMap(patternsIn))];
  return patterns.flatMap((pattern) => {
    const layers = layersAt(suite.contract.bundle, schema, pattern);
    const listed = layers.flatMap((layer) => [
      ...(layer.enum ?? []),
      ...(layer.const === undefined ? [] : [layer.const]),
    ]);
    return [...new Set(listed)]
      .filter((value) => typeof value === "string")
      .flatMap((value) =>
        bodyMutant(suite, answer, {
          topic: `misspells-${kebab(value)}-${kebab(pattern)}`,
          fault: `says poolproof-other for ${value} at ${pattern}`,
          pattern,
          replace: (given) => (given === value ? "poolproof-other" : unbroken),
        }),
      );
  });
}

function bodyMutant(
  suite: Suite,
  answer: RecordedAnswer,
  given: { topic: string; fault: string; pattern: string; replace: (value: unknown) => unknown },
): Mutant<unknown>[] {
  const response = findResponse(answer.operation, answer.status);
  const schema = schemaOf(answer);
  if (!response || !schema) return [];
  for (const sample of answer.samples) {
    const broken = breakAt(sample, given.pattern, given.replace);
    const [violation] = broken === undefined ? [] : suite.contract.judgeBody(response, schema, broken).violations;
    if (!violation) continue;
    const change: Change = (text, sound) => {
      const changed = breakAt(JSON.parse(text), given.pattern, given.replace);
      return reply(sound, changed === undefined ? text : JSON.stringify(changed));
    };
    return mutantOf(suite, answer, { ...given, level: violation.level, place: violation.contract, change });
  }
  // What the contract does not mind is no fault.
  return [];
}

/** The status replaced: by another of its kind, and by that of a failure. */
function statusMutants(suite: Suite, answer: RecordedAnswer): Mutant<unknown>[] {
  const { operation, status } = answer;
  const documented = operation.responses.find((each) => each.status === String(status));
  if (!documented) return [];
  const another = status < 300 ? 202 : 418;
  return [another, 500].flatMap((wrong) => {
    const requirement = rowOfStatus(suite, operation, documented.pointer);
    if (requirement === undefined) return [];
    const change: Change = (text, sound) => reply(sound, text, { status: wrong });
    const topic = `says-${wrong}`;
    return mutantOf(suite, answer, { topic, fault: `says ${wrong}`, place: documented.pointer, requirement, change });
  });
}

/** The media type replaced, each required header left out, and a length announced where there is no body. */
function headerMutants(suite: Suite, answer: RecordedAnswer): Mutant<unknown>[] {
  const response = findResponse(answer.operation, answer.status);
  if (!response || response.status !== String(answer.status)) return [];
  const required = response.headers.filter((header) => header.required);
  const ofType =
    response.mediaTypes.length === 0
      ? mutantOf(suite, answer, {
          topic: "announces-a-body",
          fault: "announces a body",
          place: response.definition,
          change: (text, sound) => reply(sound, text, { headers: { "content-length": "17" } }),
        })
      : mutantOf(suite, answer, {
          topic: "says-text-html",
          fault: "labels the body text/html",
          place: `${response.definition}/content`,
          change: (text, sound) => reply(sound, text, { headers: { "content-type": "text/html" } }),
        });
  return [
    ...ofType,
    ...required.flatMap(({ name, pointer }) =>
      mutantOf(suite, answer, {
        topic: `lacks-${kebab(name)}`,
        fault: `leaves out the header ${name}`,
        place: pointer,
        change: (text, sound) => reply(sound, text, { headers: { [name]: null } }),
      }),
    ),
  ];
}

function schemaOf({ operation, status }: RecordedAnswer): Schema | undefined {
  return findResponse(operation, status)?.mediaTypes[0]?.schema;
}

function layersAt(bundle: Bundle, schema: Schema, pattern: string): Schema[] {
  return tokensOf(pattern).reduce(
    (layers, token) => childLayers(bundle, layers, token === "*" ? "0" : token),
    layersOf(bundle, schema),
  );
}
