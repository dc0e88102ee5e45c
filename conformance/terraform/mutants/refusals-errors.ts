import type { TerraformStore } from "../../../src/reference/terraform/store.ts";
import { reply, responding } from "../../proof/alterations.ts";
import type { TerraformMutant } from "./terraform-mutant.ts";

/** Changes refusals of requests with a certain method, below a certain path. */
function refusing(
  method: string,
  path: RegExp,
  change: (response: Response, document: { errors: Record<string, unknown>[] }) => Response,
) {
  return responding<TerraformStore>(
    ({ status }, request) => status >= 400 && request.method === method && path.test(new URL(request.url).pathname),
    (response, text) => change(response, JSON.parse(text)),
  );
}

export const errorsMutants: readonly TerraformMutant[] = [
  {
    id: "gives-errors-as-one-object",
    family: "refusals",
    requirement: "errors.document",
    fault: "refuses to show an agent with one error object in place of an array.",
    alteration: refusing("GET", /\/agents\/[^/]+$/, (response, { errors }) =>
      reply(response, JSON.stringify({ errors: errors[0] })),
    ),
  },
  {
    id: "gives-errors-as-sentences",
    family: "refusals",
    requirement: "errors.document",
    fault: "refuses to create a pool with an array of sentences in place of error objects.",
    alteration: refusing("POST", /\/agent-pools$/, (response, { errors }) =>
      reply(response, JSON.stringify({ errors: errors.map(({ detail }) => detail) })),
    ),
  },
  {
    id: "explains-refusals-in-html",
    family: "refusals",
    requirement: "errors.document",
    fault: "answers 404 for a pool with a page for people.",
    alteration: refusing("GET", /\/agent-pools\/[^/]+$/, (response) =>
      reply(response, "<!doctype html><title>Not found</title>", { headers: { "Content-Type": "text/html" } }),
    ),
  },
  {
    id: "gives-statuses-of-errors-as-numbers",
    family: "refusals",
    requirement: "jsonapi.error-status-is-string",
    fault: "gives the status of an error that refuses a deletion as a number.",
    alteration: refusing("DELETE", /\/agents\//, (response, { errors }) =>
      reply(response, JSON.stringify({ errors: errors.map((error) => ({ ...error, status: response.status })) })),
    ),
  },
  {
    id: "tells-another-status-in-its-errors",
    family: "refusals",
    requirement: "jsonapi.error-status-agrees",
    fault: "answers 404 for a list of agents with an error that gives 400 as its status.",
    alteration: refusing("GET", /\/agents$/, (response, { errors }) =>
      reply(response, JSON.stringify({ errors: errors.map((error) => ({ ...error, status: "400" })) })),
    ),
  },
];
