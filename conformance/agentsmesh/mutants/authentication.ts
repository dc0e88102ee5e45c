import type { AgentsmeshRequirementId } from "../../../generated/agentsmesh/requirements.ts";
import type { AgentsMeshStore } from "../../../src/reference/agentsmesh/store.ts";
import { referenceToken } from "../../../src/reference/reference-data.ts";
import { fronted, identifying, reply, responding } from "../../proof/alterations.ts";
import type { Mutant } from "../../proof/mutant.ts";
import { scopeMutants } from "./authentication-scopes.ts";

const comparedLength = 8;

/** The same request with a key that is valid. */
function withKey(request: Request): Request {
  const headers = new Headers(request.headers);
  headers.delete("X-API-Key");
  headers.set("Authorization", `Bearer ${referenceToken}`);
  return new Request(request, { headers });
}

const hasKey = ({ headers }: Request) => headers.has("Authorization") || headers.has("X-API-Key");

export const authenticationMutants: readonly Mutant<AgentsMeshStore, AgentsmeshRequirementId>[] = [
  {
    id: "takes-any-key",
    family: "authentication",
    requirement: "api.invalid-key",
    fault: "wants a key, and takes whichever it gets.",
    alteration: identifying((key, sound) => sound(key) ?? (key === "" ? undefined : sound(referenceToken))),
  },
  {
    id: "compares-the-beginnings-of-keys",
    family: "authentication",
    requirement: "api.invalid-key",
    fault: `looks at the first ${comparedLength} characters of a key only.`,
    alteration: identifying(
      (key, sound) =>
        sound(key) ?? (key.startsWith(referenceToken.slice(0, comparedLength)) ? sound(referenceToken) : undefined),
    ),
  },
  {
    id: "trusts-whatever-x-api-key-holds",
    family: "authentication",
    requirement: "api.invalid-key",
    fault: "checks the key after Bearer, and takes any that comes in X-API-Key.",
    alteration: fronted((request, sound) => sound(request.headers.get("X-API-Key") ? withKey(request) : request)),
  },
  {
    id: "shows-runners-to-whoever-has-no-key",
    family: "authentication",
    requirement: "api.missing-key",
    fault: "refuses a wrong key, and shows a runner and its pods to those who send none.",
    alteration: fronted((request, sound) => {
      const isOfOne = /\/runners\/\d/.test(request.url);
      return sound(isOfOne && !hasKey(request) ? withKey(request) : request);
    }),
  },
  {
    id: "lists-from-a-cache-before-it-looks-at-the-key",
    family: "authentication",
    requirement: "api.invalid-key",
    fault: "keeps the list of runners for the next who asks, whatever key that one has.",
    alteration: {
      front: (handle) => {
        const cache = new Map<string, Response>();
        return async (request) => {
          const { pathname } = new URL(request.url);
          if (request.method !== "GET" || !pathname.endsWith("/runners")) return handle(request);
          const response = cache.get(pathname) ?? (await handle(request));
          if (response.ok) cache.set(pathname, response.clone());
          return response;
        };
      },
    },
  },
  {
    id: "refuses-missing-keys-with-200",
    family: "authentication",
    requirement: "api.missing-key",
    fault: "answers 200 where the key is missing, and tells the error in the body only.",
    alteration: responding(
      ({ status }, request) => status === 401 && !hasKey(request),
      (response, text) => reply(response, text, { status: 200 }),
    ),
  },
  {
    id: "answers-400-to-a-bad-key",
    family: "authentication",
    requirement: "api.unauthorized-status",
    fault: "answers 400 where the key is missing or not valid.",
    alteration: responding(
      ({ status }) => status === 401,
      (response, text) => reply(response, text, { status: 400 }),
    ),
  },
  {
    id: "trusts-whoever-names-a-user",
    family: "authentication",
    requirement: "api.invalid-key",
    fault: "checks the key after Bearer, and takes any user and password after Basic.",
    alteration: fronted((request, sound) =>
      sound(/^Basic ./.test(request.headers.get("Authorization") ?? "") ? withKey(request) : request),
    ),
  },
  {
    id: "takes-an-empty-key",
    family: "authentication",
    requirement: "api.invalid-key",
    fault: "compares an empty key with one that is not set, and finds them the same.",
    alteration: fronted((request, sound) =>
      sound(/^Bearer\s*$/.test(request.headers.get("Authorization") ?? "") ? withKey(request) : request),
    ),
  },
  ...scopeMutants,
];
