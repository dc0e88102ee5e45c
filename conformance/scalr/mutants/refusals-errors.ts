import type { ScalrRequirementId } from "../../../generated/scalr/requirements.ts";
import type { ScalrStore } from "../../../src/reference/scalr/store.ts";
import { reply, responding } from "../../proof/alterations.ts";
import type { Mutant } from "../../proof/mutant.ts";

/** An error object as it is sent, to be broken. */
interface ErrorObject {
  status: string | number;
  title: string;
  detail: string;
  source?: { pointer?: string };
}

/** Changes the body of every refusal. */
function refusing(change: (errors: readonly ErrorObject[]) => unknown) {
  return responding<ScalrStore>(
    ({ status }) => status >= 400,
    (response, text) => {
      const document = JSON.parse(text);
      if (!document.errors) return reply(response, text);
      return reply(response, JSON.stringify(change(document.errors) ?? document));
    },
  );
}

/** The form of refusals, whatever they are for. */
export const errorMutants: readonly Mutant<ScalrStore, ScalrRequirementId>[] = [
  {
    id: "refuses-with-200",
    family: "refusals",
    requirement: "errors.refused",
    fault: "answers 200 to everything, and tells a refusal by its errors only.",
    alteration: responding(
      ({ status }) => status >= 400,
      (response, text) => reply(response, text, { status: 200 }),
    ),
  },
  {
    id: "refuses-in-html",
    family: "refusals",
    requirement: "errors.document",
    fault: "refuses with a page for people.",
    alteration: responding(
      ({ status }) => status >= 400,
      (response) =>
        reply(response, "<!doctype html><title>Error</title><h1>Something went wrong</h1>", {
          headers: { "Content-Type": "text/html; charset=utf-8" },
        }),
    ),
  },
  {
    id: "gives-errors-as-an-object",
    family: "refusals",
    requirement: "jsonapi.error-document",
    fault: "gives the errors as an object of details by the member that is to blame.",
    alteration: refusing((errors) => ({
      errors: Object.fromEntries(errors.map(({ source, detail }) => [source?.pointer ?? "base", [detail]])),
    })),
  },
  {
    id: "refuses-without-an-error-object",
    family: "refusals",
    requirement: "jsonapi.error-present",
    fault: "refuses with an empty array of errors.",
    alteration: refusing(() => ({ errors: [] })),
  },
  {
    id: "gives-the-status-of-errors-as-a-number",
    family: "refusals",
    requirement: "jsonapi.error-status-is-string",
    fault: "gives the status in an error object as a number.",
    alteration: refusing((errors) => {
      for (const error of errors) error.status = Number(error.status);
    }),
  },
  {
    id: "gives-every-error-the-status-400",
    family: "refusals",
    requirement: "jsonapi.error-status-agrees",
    fault: "gives every error object the status 400, whatever it answers.",
    alteration: refusing((errors) => {
      for (const error of errors) error.status = "400";
    }),
  },
];
