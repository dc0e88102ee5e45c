import type { AgentsmeshRequirementId } from "../../../generated/agentsmesh/requirements.ts";
import type { AgentsMeshStore } from "../../../src/reference/agentsmesh/store.ts";
import type { Asked } from "../../../src/reference/service.ts";
import { type Answerer, combine, operation, tolerating } from "../../proof/alterations.ts";
import type { Mutant } from "../../proof/mutant.ts";
import { statusMutants } from "./validation-statuses.ts";

const largestInt32 = 2 ** 31 - 1;
const integer = /^-?\d+$/;

/** Lets any text through as a parameter of an operation. */
function open(operationId: string, parameter: string, answer: (asked: Asked, sound: Answerer) => ReturnType<Answerer>) {
  return combine<AgentsMeshStore>(
    tolerating(({ place, pointer }, id) => place === "parameter" && pointer === parameter && id === operationId),
    operation(operationId, answer),
  );
}

/** The same with another value of a query parameter; undefined leaves it out. */
function withQuery(asked: Asked, name: string, value: string | undefined): Asked {
  const query = new URLSearchParams(asked.query);
  if (value === undefined) query.delete(name);
  else query.set(name, value);
  return { ...asked, query };
}

/** Fails as a database does that is given what it does not take. */
function failWith(message: string): never {
  throw new Error(message);
}

const isNegative = (text: string | null) => Number(text) < 0;

export const validationMutants: readonly Mutant<AgentsMeshStore, AgentsmeshRequirementId>[] = [
  {
    id: "reads-the-beginning-of-an-id",
    family: "validation",
    requirement: "get-runner.malformed-id",
    fault: "reads an id as far as it is a number, and shows runner 1 for 1abc.",
    alteration: open("getRunner", "id", (asked, sound) =>
      sound({ ...asked, params: { id: `${Number.parseInt(asked.params.id ?? "", 10)}` } }),
    ),
  },
  {
    id: "overlooks-the-sign-of-an-id",
    family: "validation",
    requirement: "get-runner.unknown-runner",
    fault: "reads the digits of an id, and shows runner 1 for -1.",
    alteration: operation("getRunner", (asked, sound) =>
      sound({ ...asked, params: { id: (asked.params.id ?? "").replace(/^-/, "") } }),
    ),
  },
  {
    id: "fails-on-an-id-that-is-no-integer",
    family: "validation",
    requirement: "list-runner-pods.malformed-id",
    fault: "answers 500 for the pods on a runner whose id is no integer.",
    alteration: open("listRunnerPods", "id", (asked, sound) =>
      integer.test(asked.params.id ?? "") ? sound(asked) : failWith("invalid input syntax for type bigint"),
    ),
  },
  {
    id: "overlooks-a-limit-that-is-no-integer",
    family: "validation",
    requirement: "list-runner-pods.limit-malformed",
    fault: "takes a limit that it cannot read for one that is left out.",
    alteration: open("listRunnerPods", "limit", (asked, sound) => {
      const limit = asked.query.get("limit") ?? "";
      if (isNegative(limit)) return { status: 400, title: "bad request", detail: "The limit is negative." };
      return sound(integer.test(limit) ? asked : withQuery(asked, "limit", undefined));
    }),
  },
  {
    id: "calculates-with-an-offset-that-is-no-integer",
    family: "validation",
    requirement: "list-runner-pods.offset-malformed",
    fault: "makes NaN of an offset that it cannot read, and answers a page without pods and with null as its offset.",
    alteration: open("listRunnerPods", "offset", (asked, sound) =>
      isNegative(asked.query.get("offset"))
        ? { status: 400, title: "bad request", detail: "The offset is negative." }
        : sound(asked),
    ),
  },
  {
    id: "reads-the-beginning-of-an-offset",
    family: "validation",
    requirement: "list-runner-pods.offset-malformed",
    fault: "reads an offset as far as it is a number, and passes over 2 pods for 2abc.",
    alteration: open("listRunnerPods", "offset", (asked, sound) => {
      const text = asked.query.get("offset");
      if (text === null) return sound(asked);
      const offset = Number.parseInt(text, 10);
      if (!(offset >= 0)) return { status: 400, title: "bad request", detail: "The offset is no number." };
      return sound(withQuery(asked, "offset", `${offset}`));
    }),
  },
  {
    id: "fails-on-a-negative-offset",
    family: "validation",
    requirement: "api.no-server-error",
    fault: "hands a negative offset to its database, and answers 500.",
    alteration: open("listRunnerPods", "offset", (asked, sound) => {
      const offset = asked.query.get("offset");
      if (isNegative(offset)) failWith("OFFSET must not be negative");
      if (offset !== null && !integer.test(offset))
        return { status: 400, title: "bad request", detail: "Not an offset." };
      return sound(asked);
    }),
  },
  {
    id: "fails-on-a-limit-beyond-32-bits",
    family: "validation",
    requirement: "api.no-server-error",
    fault: "answers 500 to a limit that does not fit into 32 bits.",
    alteration: operation("listRunnerPods", (asked, sound) =>
      Number(asked.query.get("limit")) > largestInt32 ? failWith("integer out of range") : sound(asked),
    ),
  },
  {
    id: "divides-by-the-limit",
    family: "validation",
    requirement: "api.no-server-error",
    fault: "divides the total by the limit to count the pages, and answers 500 to a limit of 0.",
    alteration: operation("listRunnerPods", (asked, sound) =>
      asked.query.get("limit") === "0" ? failWith("division by zero") : sound(asked),
    ),
  },
  ...statusMutants,
];
