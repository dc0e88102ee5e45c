import type { Alteration } from "../../../src/reference/alteration.ts";
import type { ScalrStore } from "../../../src/reference/scalr/store.ts";
import { reply, responding } from "../../proof/alterations.ts";
import { type ErrorObject, errorsIn } from "./errors.ts";

/** Writes the document of a refusal otherwise. */
function refusing(write: (errors: readonly ErrorObject[], status: number) => object): Alteration<ScalrStore> {
  return responding(
    ({ status }) => status >= 400,
    (response, text) => {
      const errors = errorsIn(text);
      return reply(response, errors.length === 0 ? text : JSON.stringify(write(errors, response.status)));
    },
  );
}

/** Error objects that say what happened, and nothing else. */
export const tersely = refusing((errors) => ({ errors: errors.map(({ title }) => ({ title })) }));

/** Errors with every member that JSON:API has. */
export const richly = refusing((errors, status) => ({
  jsonapi: { version: "1.1" },
  meta: { "request-id": "5f2c" },
  links: { about: "https://docs.scalr.io/errors" },
  errors: [...errors, ...errors].map((error, index) => ({
    id: `5f2c-${index}`,
    links: { about: "https://docs.scalr.io/errors", type: { href: "https://docs.scalr.io/errors#type" } },
    status: String(status),
    code: "E0042",
    title: error.title,
    detail: `${error.detail} Überprüfen Sie “${index}”.`,
    source: { header: "Authorization", ...error.source },
    meta: { retry: false },
  })),
}));

/** Points at members as other frameworks do. */
export const withDots = refusing((errors) => ({
  errors: errors.map(({ source, ...error }) =>
    source?.pointer ? { ...error, source: { pointer: source.pointer.slice(1).replaceAll("/", ".") } } : error,
  ),
}));
