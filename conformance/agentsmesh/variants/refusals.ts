import type { AgentsMeshStore } from "../../../src/reference/agentsmesh/store.ts";
import type { Outcome } from "../../../src/reference/service.ts";
import { combine, operation, reply, responding } from "../../proof/alterations.ts";
import type { Variant } from "../../proof/variant.ts";

type Explained = Readonly<Record<string, unknown>>;

/** Explains refusals otherwise. */
const explained = (explain: (error: Explained) => unknown) =>
  responding<AgentsMeshStore>(
    ({ status }) => status >= 400,
    (response, text) => reply(response, text === "" ? "" : JSON.stringify(explain(JSON.parse(text)))),
  );

export const asObjects = explained(({ error, code, ...rest }) => ({
  error: { code, message: error, details: [], retryable: false },
  ...rest,
}));

/** Answers for a runner that is not the organization's as for one that does not exist, or the reverse. */
const hiding = (status: 403 | 404) =>
  operation<AgentsMeshStore>(["getRunner", "listRunnerPods"], (asked, sound, { runners }): Outcome => {
    const outcome = sound(asked);
    const runner = runners.get(Number(asked.params.id));
    const isOwn = runner !== undefined && asked.identity.memberOf.includes(runner.organization);
    if (isOwn || !("title" in outcome)) return outcome;
    return status === 403
      ? { status, title: "access denied", detail: "There is no such runner, or not for you." }
      : { status, title: "resource not found", detail: "There is no such runner." };
  });

export const forbidding = hiding(403);
export const notFinding = hiding(404);

export const refusalVariants: readonly Variant<AgentsMeshStore>[] = [
  {
    id: "explains-refusals-as-objects",
    difference: "has an object as error, which is one of the readings.",
    alteration: asObjects,
  },
  {
    id: "explains-refusals-as-objects-of-its-own",
    difference: "has an object as error whose members are not those of other servers.",
    alteration: explained(({ error, code, ...rest }) => ({ error: { reason: error }, ...rest })),
  },
  {
    id: "explains-refusals-by-a-sentence-alone",
    difference: "has neither a code nor the scopes that are needed beside the sentence of its errors.",
    alteration: explained(({ error }) => ({ error })),
  },
  {
    id: "explains-refusals-as-messages",
    difference: "says in message why it refused a request; the page documents no errors.",
    alteration: explained(({ error }) => ({ message: error })),
  },
  {
    id: "numbers-its-errors",
    difference: "has a number as the code of its errors, beside a sentence.",
    alteration: explained(({ error }) => ({ error, code: 4711 })),
  },
  {
    id: "numbers-its-errors-within-objects",
    difference: "has an object as error, with a number as its code and the scopes that are needed.",
    alteration: explained(({ error, code: _, ...rest }) => ({ error: { code: 4711, message: error, ...rest } })),
  },
  {
    id: "explains-refusals-richly",
    difference: "adds members to its error documents, as any object may have further ones.",
    alteration: explained((error) => ({ ...error, request_id: "5f2c", hint: null, docs: ["/docs"] })),
  },
  {
    id: "labels-refusals-as-problems",
    difference: "labels the documents of its refusals application/problem+json.",
    alteration: responding(
      ({ status }) => status >= 400,
      (response, text) => reply(response, text, { headers: { "Content-Type": "application/problem+json" } }),
    ),
  },
  {
    id: "explains-refusals-in-no-words",
    difference: "leaves the sentence of its errors empty.",
    alteration: explained((error) => ({ ...error, error: "" })),
  },
  {
    id: "forbids-runners-that-do-not-exist",
    difference:
      "answers 403 for every runner that is not the organization's, there or not, which is one of the readings.",
    alteration: forbidding,
  },
  {
    id: "finds-no-runners-of-others",
    difference: "answers 404 for the runner of another organization, which is one of the readings.",
    alteration: notFinding,
  },
  {
    id: "knows-no-other-methods",
    difference: "answers 404 instead of 405 to methods that the page does not have.",
    alteration: responding(
      ({ status }) => status === 405,
      (response, text) => reply(response, text, { status: 404, headers: { Allow: null } }),
    ),
  },
  {
    id: "finds-no-runners-of-others-and-explains-as-objects",
    difference: "differs in status and form of refusals at once.",
    alteration: combine(notFinding, asObjects),
  },
];
