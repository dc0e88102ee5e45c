import type { ScalrRequirementId } from "../../../generated/scalr/requirements.ts";
import { referenceToken } from "../../../src/reference/reference-data.ts";
import type { ScalrStore } from "../../../src/reference/scalr/store.ts";
import type { Identity } from "../../../src/reference/service.ts";
import { anew, fronted, identifying, reply, responding } from "../../proof/alterations.ts";
import type { Mutant } from "../../proof/mutant.ts";
import { permissionMutants } from "./authentication-permissions.ts";
import { tenantMutants } from "./authentication-tenants.ts";

const mediaType = "application/vnd.api+json";

/** The same request with a token that is good. */
function withGoodToken(request: Request): Request {
  const headers = new Headers(request.headers);
  headers.set("Authorization", `Bearer ${referenceToken}`);
  return new Request(request, { headers });
}

const tokenMutants: readonly Mutant<ScalrStore, ScalrRequirementId>[] = [
  {
    id: "takes-any-token",
    family: "authentication",
    requirement: "request.bad-token-refused",
    fault: "wants a token, and takes whichever it gets.",
    alteration: identifying((token, sound) => sound(token) ?? (token === "" ? undefined : sound(referenceToken))),
  },
  {
    id: "takes-tokens-that-begin-well",
    family: "authentication",
    requirement: "request.bad-token-refused",
    fault: "compares as many characters as its own token has, and overlooks what follows them.",
    alteration: identifying(
      (token, sound) => sound(token) ?? (token.startsWith(referenceToken) ? sound(referenceToken) : undefined),
    ),
  },
  {
    id: "lists-pools-to-whoever-has-no-token",
    family: "authentication",
    requirement: "request.bad-token-refused",
    fault: "refuses a wrong token, and lists pools to those who send none.",
    alteration: fronted((request, sound) => {
      const isList = request.method === "GET" && new URL(request.url).pathname.endsWith("/agent-pools");
      return sound(isList && !request.headers.has("Authorization") ? withGoodToken(request) : request);
    }),
  },
  {
    id: "deletes-without-asking-for-a-token",
    family: "authentication",
    requirement: "request.bad-token-refused",
    fault: "looks at no token when a pool is deleted.",
    alteration: fronted((request, sound) => sound(request.method === "DELETE" ? withGoodToken(request) : request)),
  },
  {
    id: "takes-whoever-sends-no-token-for-the-last-user",
    family: "authentication",
    requirement: "request.bad-token-refused",
    fault: "keeps the user of a request until the next one that sends a token.",
    alteration: anew<ScalrStore>(() => {
      let last: Identity | undefined;
      return identifying((token, sound) => {
        if (token === "") return last;
        last = sound(token);
        return last;
      });
    }),
  },
  {
    id: "sends-strangers-to-a-login",
    family: "authentication",
    requirement: "request.bad-token-refused",
    fault: "leads a request whose token is missing or wrong to a page to log in.",
    alteration: fronted(async (request, sound) => {
      const login = new URL("/login", request.url);
      if (new URL(request.url).pathname === login.pathname) {
        return new Response("<!doctype html><title>Log in</title>", { headers: { "Content-Type": "text/html" } });
      }
      const response = await sound(request);
      return response.status === 401
        ? new Response(null, { status: 302, headers: { Location: login.href } })
        : response;
    }),
  },
  {
    id: "shows-strangers-an-empty-list",
    family: "authentication",
    requirement: "request.bad-token-refused",
    fault: "answers 200 and an empty list where the token is wrong.",
    alteration: fronted(async (request, sound) => {
      const response = await sound(request);
      if (request.method !== "GET" || response.status !== 401) return response;
      const pagination = {
        "current-page": 1,
        "prev-page": null,
        "next-page": null,
        "total-pages": 1,
        "total-count": 0,
      };
      return Response.json({ data: [], meta: { pagination } }, { headers: { "Content-Type": mediaType } });
    }),
  },
  {
    id: "takes-any-password",
    family: "authentication",
    requirement: "request.bad-token-refused",
    fault: "takes any name and password of Basic for those of its first user.",
    alteration: authorizedAs((authorization) => authorization.startsWith("Basic ")),
  },
  {
    id: "takes-the-word-bearer-for-a-token",
    family: "authentication",
    requirement: "request.bad-token-refused",
    fault: "looks whether Authorization begins with Bearer, and takes no token at all for its first user's.",
    alteration: authorizedAs((authorization) => authorization.trim() === "Bearer"),
  },
  {
    id: "fails-on-a-token-that-it-cannot-read",
    family: "authentication",
    requirement: "errors.no-server-error",
    fault: "answers 500 to a token that it has not made.",
    alteration: identifying((token, sound) => {
      const identity = sound(token);
      if (token !== "" && !identity) throw new Error("The token has no signature.");
      return identity;
    }),
  },
  {
    id: "finds-a-bad-token-malformed",
    family: "authentication",
    requirement: "request.bad-token-status",
    fault: "answers 400 to a token that is not valid.",
    alteration: responding(
      ({ status }) => status === 401,
      (response, text) => reply(response, text.replace("401", "400"), { status: 400 }),
    ),
  },
];

export const authenticationMutants: readonly Mutant<ScalrStore, ScalrRequirementId>[] = [
  ...tokenMutants,
  ...permissionMutants,
  ...tenantMutants,
];

/** Lets some requests pass for those of its first user. */
function authorizedAs(isTaken: (authorization: string) => boolean) {
  return fronted<ScalrStore>((request, sound) =>
    sound(isTaken(request.headers.get("Authorization") ?? "") ? withGoodToken(request) : request),
  );
}
