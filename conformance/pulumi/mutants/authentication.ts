import type { PulumiRequirementId } from "../../../generated/pulumi/requirements.ts";
import type { PulumiStore } from "../../../src/reference/pulumi/store.ts";
import { referenceToken } from "../../../src/reference/reference-data.ts";
import { fronted, identifying, operation, reply, responding } from "../../proof/alterations.ts";
import type { Mutant } from "../../proof/mutant.ts";

/** As many characters as the server below looks at. */
const comparedLength = 8;

/** The same request with another token. */
function withToken(request: Request, token: string): Request {
  const headers = new Headers(request.headers);
  headers.set("Authorization", `token ${token}`);
  return new Request(request, { headers });
}

/** Asks an operation as though the user might write. */
function withoutPermissionFor(id: string) {
  return operation<PulumiStore>(id, (asked, sound) =>
    sound({ ...asked, identity: { ...asked.identity, mayWrite: true } }),
  );
}

export const authenticationMutants: readonly Mutant<PulumiStore, PulumiRequirementId>[] = [
  {
    id: "takes-any-bearer",
    family: "authentication",
    requirement: "list-agent-pools.bad-token-refused",
    fault: "reads what comes after Bearer, as its single sign-on sends it, and never checks it.",
    alteration: fronted((request, sound) => {
      const isBearer = request.headers.get("authorization")?.startsWith("Bearer ");
      return sound(isBearer ? withToken(request, referenceToken) : request);
    }),
  },
  {
    id: "takes-any-token",
    family: "authentication",
    requirement: "list-agent-pools.bad-token-refused",
    fault: "wants a token, and takes whichever it gets.",
    alteration: identifying((token, sound) => sound(token) ?? (token === "" ? undefined : sound(referenceToken))),
  },
  {
    id: "compares-the-beginnings-of-tokens",
    family: "authentication",
    requirement: "get-agent-pool.bad-token-refused",
    fault: `looks at the first ${comparedLength} characters of a token only.`,
    alteration: identifying(
      (token, sound) =>
        sound(token) ?? (token.startsWith(referenceToken.slice(0, comparedLength)) ? sound(referenceToken) : undefined),
    ),
  },
  {
    id: "shows-pools-to-whoever-has-no-token",
    family: "authentication",
    requirement: "get-agent-pool.bad-token-refused",
    fault: "refuses a wrong token, and shows a pool to those who send none.",
    alteration: fronted((request, sound) => {
      const isAnonymous = request.method === "GET" && !request.headers.has("Authorization");
      return sound(isAnonymous && !request.url.endsWith("/agent-pools") ? withToken(request, referenceToken) : request);
    }),
  },
  {
    id: "deletes-without-asking-for-a-token",
    family: "authentication",
    requirement: "delete-agent-pool.bad-token-refused",
    fault: "looks at no token when a pool is deleted.",
    alteration: fronted((request, sound) =>
      sound(request.method === "DELETE" ? withToken(request, referenceToken) : request),
    ),
  },
  {
    id: "updates-before-it-looks-at-the-token",
    family: "authentication",
    requirement: "update-agent-pool.bad-token-refused",
    fault: "answers 401 to an update with a bad token, and has changed the pool by then.",
    alteration: fronted(async (request, sound) => {
      if (request.method !== "PATCH") return sound(request);
      const again = request.clone();
      const response = await sound(request);
      if (response.status === 401) await sound(withToken(again, referenceToken));
      return response;
    }),
  },
  {
    id: "shows-a-sign-in-page",
    family: "authentication",
    requirement: "list-agent-pools.bad-token-refused",
    fault: "answers a list without a valid token with 200 and a page to sign in.",
    alteration: responding(
      ({ status }, { method, url }) => status === 401 && method === "GET" && url.endsWith("/agent-pools"),
      (response) =>
        reply(response, "<!doctype html><title>Sign in</title>", {
          status: 200,
          headers: { "Content-Type": "text/html" },
        }),
    ),
  },
  {
    id: "takes-bearer-tokens-only-on-update",
    family: "authentication",
    requirement: "update-agent-pool.authorization",
    fault: "wants the word Bearer before the token of an update, instead of token.",
    alteration: fronted((request, sound) => {
      if (request.method !== "PATCH") return sound(request);
      const [, token = ""] = /^Bearer (.*)$/.exec(request.headers.get("Authorization") ?? "") ?? [];
      return sound(withToken(request, token));
    }),
  },
  {
    id: "answers-400-to-a-bad-token",
    family: "authentication",
    requirement: "create-agent-pool.unauthorized",
    fault: "answers 400 to a creation with a bad token, as though its form were wrong.",
    alteration: responding(
      ({ status }, { method }) => status === 401 && method === "POST",
      (response, text) => reply(response, text.replace("401", "400"), { status: 400 }),
    ),
  },
  {
    id: "lets-readers-delete",
    family: "authentication",
    requirement: "delete-agent-pool.bad-token-refused",
    fault: "lets users delete pools who may only read them.",
    alteration: withoutPermissionFor("deleteAgentPool"),
  },
  {
    id: "creates-before-it-asks-for-permission",
    family: "authentication",
    requirement: "create-agent-pool.bad-token-refused",
    fault: "refuses a creation by a user who may only read, and has created the pool by then.",
    alteration: operation("createAgentPool", (asked, sound) => {
      const refusal = sound(asked);
      if (!asked.identity.mayWrite) sound({ ...asked, identity: { ...asked.identity, mayWrite: true } });
      return refusal;
    }),
  },
];
