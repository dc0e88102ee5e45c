import type { PulumiStore } from "../../../src/reference/pulumi/store.ts";
import { combine, operation, reply, responding } from "../../proof/alterations.ts";
import type { Variant } from "../../proof/variant.ts";
import { everyOperation } from "./own-pools.ts";

/** Explains refusals otherwise. */
const explained = (mediaType: string, explain: (error: { code: number; message: string }) => string) =>
  responding<PulumiStore>(
    ({ status }) => status >= 400,
    (response, text) =>
      reply(response, text === "" ? "" : explain(JSON.parse(text)), { headers: { "Content-Type": mediaType } }),
  );

export const inPlainText = explained("text/plain; charset=utf-8", ({ code, message }) => `${code}: ${message}\n`);

export const asProblems = explained("application/problem+json; charset=utf-8", ({ code, message }) =>
  JSON.stringify({ type: "about:blank", title: "Refused", status: code, detail: message }),
);

export const richly = explained("application/json", (error) =>
  JSON.stringify({
    ...error,
    type: "https://example.com/problems/refused",
    requestId: "5f2c",
    details: [{ field: null, reason: error.message }],
  }),
);

export const wrongFormsAs422: Variant<PulumiStore>["alteration"] = {
  service: (service) => ({ ...service, statusFor: (place) => (place === "body" ? 422 : 400) }),
};

/** Tells that something exists, but not for this user. */
export const forbidding = operation<PulumiStore>(everyOperation, (asked, sound, { organizations }) => {
  const outcome = sound(asked);
  const { organization = "" } = asked.params;
  const isForeign = organizations.has(organization) && !asked.identity.memberOf.includes(organization);
  const isNoWriter = asked.body !== undefined && !asked.identity.mayWrite;
  if (outcome.status !== 404 || !(isForeign || isNoWriter)) return outcome;
  return { status: 403, title: "forbidden", detail: "Forbidden: you do not have access" };
});

/** Refuses a name that another pool of the organization has. */
const uniqueNames = operation<PulumiStore>(["createAgentPool", "updateAgentPool"], (asked, sound, { pools }) => {
  const { name } = asked.body as { name?: string };
  const { organization, poolId } = asked.params;
  const isTaken = [...pools.values()].some(
    (pool) => pool.organization === organization && pool.name === name && pool.id !== poolId,
  );
  const isMember = asked.identity.memberOf.includes(organization ?? "") && asked.identity.mayWrite;
  if (!isTaken || !isMember) return sound(asked);
  return { status: 409, title: "conflict", detail: "Conflict: the name is taken" };
});

export const refusalVariants: readonly Variant<PulumiStore>[] = [
  {
    id: "explains-refusals-in-plain-text",
    difference: "explains refusals by a line of text, which is one of the readings.",
    alteration: inPlainText,
  },
  {
    id: "explains-refusals-as-problems",
    difference: "explains refusals as RFC 9457 has it; the page documents no errors.",
    alteration: asProblems,
  },
  {
    id: "explains-refusals-in-an-object-of-its-own",
    difference: "has one member error in its error objects, under the vendor's media type.",
    alteration: explained("application/vnd.pulumi+8", ({ message }) => JSON.stringify({ error: { reason: message } })),
  },
  {
    id: "explains-refusals-by-a-message-alone",
    difference: "has no code in its error objects.",
    alteration: explained("application/json", ({ message }) => JSON.stringify({ message })),
  },
  {
    id: "explains-refusals-richly",
    difference: "adds members to its error objects, as any object may have further ones.",
    alteration: richly,
  },
  {
    id: "explains-refusals-in-no-words",
    difference: "leaves the message of its error objects empty.",
    alteration: explained("application/json", ({ code }) => JSON.stringify({ code, message: "" })),
  },
  {
    id: "refuses-wrong-forms-with-422",
    difference: "answers 422 to JSON of the wrong form, as the standard has it.",
    alteration: wrongFormsAs422,
  },
  {
    id: "forbids-what-belongs-to-others",
    difference: "answers 403 for an organization that exists and is not the user's, and to who may not write.",
    alteration: forbidding,
  },
  {
    id: "refuses-a-name-that-is-taken",
    difference:
      "answers 409 to a name that another pool of the organization has; the page does not say that names repeat.",
    alteration: uniqueNames,
  },
  {
    id: "knows-no-other-methods",
    difference: "answers 404 instead of 405 to methods that the page does not have.",
    alteration: responding(
      ({ status }) => status === 405,
      (response, text) => reply(response, text.replace("405", "404"), { status: 404, headers: { Allow: null } }),
    ),
  },
  {
    id: "forbids-in-plain-text-and-refuses-forms-with-422",
    difference: "differs in status and form of most refusals at once.",
    alteration: combine(forbidding, wrongFormsAs422, inPlainText),
  },
];
