import { cutPage } from "../../../src/reference/json-api-paging.ts";
import { referenceToken } from "../../../src/reference/reference-data.ts";
import type { TerraformStore } from "../../../src/reference/terraform/store.ts";
import { fronted, identifying, operation, reply, responding } from "../../proof/alterations.ts";
import { soundSizes } from "./lists-anew.ts";
import { asWriter, isRefused, poolBody, poolIdIn } from "./stored-pools.ts";
import type { TerraformMutant } from "./terraform-mutant.ts";

/** As many characters as the server below looks at. */
const comparedLength = 8;

/** The same request with another token. */
function withToken(request: Request, token: string): Request {
  const headers = new Headers(request.headers);
  headers.set("Authorization", `Bearer ${token}`);
  return new Request(request, { headers });
}

function isListOf(name: "agent-pools" | "agents", { method, url }: Request): boolean {
  return method === "GET" && new URL(url).pathname.endsWith(`/${name}`);
}

/** Carries an operation out for users who may only read. */
function forReaders(id: string) {
  return operation<TerraformStore>(id, (asked, sound) => sound(asWriter(asked)));
}

export const authenticationMutants: readonly TerraformMutant[] = [
  {
    id: "takes-any-token",
    family: "authentication",
    requirement: "request.bad-token-refused",
    fault: "wants a token, and takes whichever it gets.",
    alteration: identifying((token, sound) => sound(token) ?? (token === "" ? undefined : sound(referenceToken))),
  },
  {
    id: "compares-the-beginnings-of-tokens",
    family: "authentication",
    requirement: "request.bad-token-refused",
    fault: `looks at the first ${comparedLength} characters of a token only.`,
    alteration: identifying(
      (token, sound) =>
        sound(token) ?? (token.startsWith(referenceToken.slice(0, comparedLength)) ? sound(referenceToken) : undefined),
    ),
  },
  {
    id: "compares-tokens-without-case",
    family: "authentication",
    requirement: "request.bad-token-refused",
    fault: "finds tokens in a table whose collation knows no case, so that a token in capitals will do.",
    alteration: identifying((token, sound) => sound(token) ?? sound(token.toLowerCase())),
  },
  {
    id: "shows-agents-to-whoever-has-no-token",
    family: "authentication",
    requirement: "request.bad-token-refused",
    fault: "refuses a wrong token, and shows an agent to those who send none.",
    alteration: fronted((request, sound) => {
      const isOpen = request.method === "GET" && /\/agents\/[^/]+$/.test(new URL(request.url).pathname);
      return sound(isOpen && !request.headers.has("Authorization") ? withToken(request, referenceToken) : request);
    }),
  },
  {
    id: "remembers-the-last-user",
    family: "authentication",
    requirement: "request.bad-token-refused",
    fault: "takes a request without a token for one of the user who came last.",
    alteration: {
      front: (handle) => {
        let latest: string | undefined;
        return async (request) => {
          const header = request.headers.get("Authorization");
          if (header === null && latest !== undefined) return handle(withToken(request, latest));
          const response = await handle(request);
          if (response.ok && header !== null) latest = header.replace(/^Bearer /, "");
          return response;
        };
      },
    },
  },
  {
    id: "caches-answers-for-everybody",
    family: "authentication",
    requirement: "request.bad-token-refused",
    fault: "keeps what it has answered to a GET until the next write, and answers it to whoever asks again.",
    alteration: {
      front: (handle) => {
        const kept = new Map<string, Response>();
        return async (request) => {
          if (request.method !== "GET") kept.clear();
          const cached = request.method === "GET" ? kept.get(request.url) : undefined;
          if (cached) return cached.clone();
          const response = await handle(request);
          if (request.method === "GET" && response.ok) kept.set(request.url, response.clone());
          return response;
        };
      },
    },
  },
  {
    id: "fails-on-tokens-that-it-does-not-know",
    family: "authentication",
    requirement: "request.bad-token-refused",
    fault: "answers 500 to a token that belongs to nobody.",
    alteration: identifying((token, sound) => {
      const identity = sound(token);
      if (!identity && token !== "") throw new TypeError("Cannot read properties of undefined");
      return identity;
    }),
  },
  {
    id: "lists-nothing-to-strangers",
    family: "authentication",
    requirement: "request.bad-token-refused",
    fault: "answers a list of pools without a valid token with 200 and no pools.",
    alteration: responding(
      ({ status }, request) => status === 401 && isListOf("agent-pools", request),
      (response, _, { url }) => {
        const { items: data, links, meta } = cutPage([], url, new URLSearchParams(), soundSizes);
        return reply(response, JSON.stringify({ data, links, meta }), { status: 200 });
      },
    ),
  },
  {
    id: "leads-strangers-to-a-sign-in-page",
    family: "authentication",
    requirement: "request.bad-token-refused",
    fault: "answers 302 to a list of agents without a valid token, and the page behind it 200.",
    alteration: fronted(async (request, sound) => {
      const { pathname, origin } = new URL(request.url);
      if (pathname === "/session")
        return new Response("<title>Sign in</title>", { headers: { "Content-Type": "text/html" } });
      const response = await sound(request);
      if (response.status !== 401 || !isListOf("agents", request)) return response;
      return new Response(null, { status: 302, headers: { Location: `${origin}/session` } });
    }),
  },
  {
    id: "deletes-pools-and-then-looks-at-the-token",
    family: "authentication",
    requirement: "errors.nothing-changed",
    fault: "answers 401 to a deletion with a bad token, and has deleted the pool by then.",
    alteration: fronted(async (request, sound) => {
      const response = await sound(request.clone());
      if (request.method === "DELETE" && response.status === 401) await sound(withToken(request, referenceToken));
      return response;
    }),
  },
  {
    id: "calls-a-bad-token-a-bad-request",
    family: "authentication",
    requirement: "request.bad-token-status",
    fault: "answers 400 to a bad token, as though the form of the request were wrong.",
    alteration: responding(
      ({ status }) => status === 401,
      (response, text) => reply(response, text.replaceAll("401", "400"), { status: 400 }),
    ),
  },
  {
    id: "lets-readers-create-pools",
    family: "authentication",
    requirement: "create-agent-pool.unauthorized",
    fault: "creates a pool for a user who may only read.",
    alteration: forReaders("createAgentPool"),
  },
  {
    id: "lets-readers-delete-agents",
    family: "authentication",
    requirement: "delete-agent.unauthorized",
    fault: "deletes an agent for a user who may only read.",
    alteration: forReaders("deleteAgent"),
  },
  {
    id: "ignores-updates-of-readers",
    family: "authentication",
    requirement: "update-agent-pool.unauthorized",
    fault: "answers 200 and the pool as it is to an update by a user who may only read.",
    alteration: operation<TerraformStore>("updateAgentPool", (asked, sound, { pools }) => {
      const outcome = sound(asked);
      const pool = pools.get(poolIdIn(asked));
      const isReader = !asked.identity.mayWrite && asked.identity.memberOf.includes(pool?.organization ?? "");
      return isRefused(outcome) && pool && isReader ? { status: 200, body: poolBody(pool, asked) } : outcome;
    }),
  },
];
