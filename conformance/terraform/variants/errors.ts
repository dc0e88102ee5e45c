import type { TerraformStore } from "../../../src/reference/terraform/store.ts";
import { reply, responding } from "../../proof/alterations.ts";
import type { TerraformVariant } from "./terraform-variant.ts";

interface ErrorObject {
  readonly status: string;
  readonly title: string;
  readonly detail?: string;
  readonly source?: unknown;
}

/** Writes the documents of refusals otherwise. */
function explained(explain: (errors: readonly ErrorObject[], request: Request) => unknown) {
  return responding<TerraformStore>(
    ({ status, body }) => status >= 400 && body !== null,
    (response, text, request) => reply(response, text && JSON.stringify(explain(JSON.parse(text).errors, request))),
  );
}

export const barely = explained((errors) => ({ errors: errors.map(({ status }) => ({ status })) }));

export const richly = explained((errors, { url, method }) => ({
  jsonapi: { version: "1.1" },
  errors: errors.map((error, index) => ({
    id: `5f2c-${index}`,
    links: { about: `${new URL(url).origin}/errors/5f2c`, type: { href: "https://example.com/errors/refused" } },
    code: error.title.toUpperCase().replaceAll(" ", "_"),
    ...error,
    meta: { method, "retry-safe": false },
  })),
  meta: { "request-id": "5f2c" },
  links: { describedby: "https://example.com/errors" },
}));

export const errorsVariants: readonly TerraformVariant[] = [
  {
    id: "explains-refusals-by-status-only",
    difference: "gives nothing but the status in its error objects, as each member of them is optional.",
    alteration: barely,
  },
  {
    id: "explains-refusals-by-title-only",
    difference: "gives nothing but the title in its error objects, as each member of them is optional.",
    alteration: explained((errors) => ({ errors: errors.map(({ title }) => ({ title })) })),
  },
  {
    id: "explains-refusals-richly",
    difference: "has every member of JSON:API in its error documents.",
    alteration: richly,
  },
  {
    id: "explains-refusals-several-times",
    difference: "gives an error object more than there are mistakes.",
    alteration: explained((errors) => ({ errors: [...errors, { status: errors[0]?.status, title: "see above" }] })),
  },
];
