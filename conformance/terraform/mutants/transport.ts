import type { TerraformStore } from "../../../src/reference/terraform/store.ts";
import { fronted, reply, responding } from "../../proof/alterations.ts";
import type { TerraformMutant } from "./terraform-mutant.ts";

const mediaType = "application/vnd.api+json";

function refusal(status: number, title: string): Response {
  const errors = [{ status: String(status), title }];
  return Response.json({ errors }, { status, headers: { "Content-Type": mediaType } });
}

function isFor(method: string, path: RegExp, request: Request): boolean {
  return request.method === method && path.test(new URL(request.url).pathname);
}

export const transportMutants: readonly TerraformMutant[] = [
  {
    id: "wants-its-media-type-by-name",
    family: "transport",
    requirement: "show-agent-pool.sample-request",
    fault: "answers 406 to who takes any media type and does not name JSON:API, as curl does.",
    alteration: fronted((request, sound) =>
      isFor("GET", /\/agent-pools\/[^/]+$/, request) && request.headers.get("Accept") === "*/*"
        ? refusal(406, "not acceptable")
        : sound(request),
    ),
  },
  {
    id: "parses-the-body-of-a-deletion",
    family: "transport",
    requirement: "delete-agent-pool.sample-request",
    fault:
      "takes the Content-Type of the deletion of a pool for a promise of a body, and answers 400 as there is none.",
    alteration: fronted((request, sound) =>
      isFor("DELETE", /\/agent-pools\//, request) && request.headers.has("Content-Type")
        ? refusal(400, "unexpected end of JSON input")
        : sound(request),
    ),
  },
  {
    id: "wants-a-media-type-where-there-is-no-body",
    family: "transport",
    requirement: "delete-agent.sample-request",
    fault: "answers 415 to the deletion of an agent that has no Content-Type.",
    alteration: fronted((request, sound) =>
      isFor("DELETE", /\/agents\//, request) && !request.headers.has("Content-Type")
        ? refusal(415, "unsupported media type")
        : sound(request),
    ),
  },
  {
    id: "reads-names-of-parameters-as-they-come",
    family: "transport",
    requirement: "list-agents.encoded-brackets",
    fault: "does not decode the names of query parameters, and so misses a filter whose brackets are encoded.",
    alteration: fronted((request, sound) => {
      const url = new URL(request.url);
      url.search = url.search.replace(/(^\?|&)filter%5Blast-ping-since%5D=/i, "$1filter%255Blast-ping-since%255D=");
      return sound(new Request(url, request));
    }),
  },
  {
    id: "fails-on-head",
    family: "transport",
    requirement: "errors.no-server-error",
    fault: "answers 500 to HEAD.",
    alteration: fronted((request, sound) =>
      request.method === "HEAD" ? new Response(null, { status: 500 }) : sound(request),
    ),
  },
  {
    id: "has-no-template-for-browsers",
    family: "transport",
    requirement: "errors.no-server-error",
    fault: "looks for a template where HTML is asked for, and answers 500 as there is none.",
    alteration: fronted((request, sound) =>
      request.headers.get("Accept")?.startsWith("text/html") ? refusal(500, "missing template") : sound(request),
    ),
  },
  {
    id: "fails-on-ids-with-a-null-byte",
    family: "transport",
    requirement: "errors.no-server-error",
    fault: "hands an id with a null byte on to its database, and answers 500.",
    alteration: fronted((request, sound) =>
      new URL(request.url).pathname.includes("%00") ? refusal(500, "string contains null byte") : sound(request),
    ),
  },
  {
    id: "decodes-paths-twice",
    family: "transport",
    requirement: "errors.no-server-error",
    fault: "decodes the path itself, and answers 500 where that fails.",
    alteration: fronted((request, sound) => {
      try {
        decodeURIComponent(decodeURIComponent(new URL(request.url).pathname));
        return sound(request);
      } catch {
        return refusal(500, "URI malformed");
      }
    }),
  },
  {
    id: "puts-json-into-json",
    family: "transport",
    requirement: "show-agent.sample-response",
    fault: "shows an agent as a string that holds the JSON.",
    alteration: responding(
      ({ status }, request) => status === 200 && isFor("GET", /\/agents\/[^/]+$/, request),
      (response, text) => reply(response, JSON.stringify(text)),
    ),
  },
  {
    id: "labels-errors-as-plain-json",
    family: "transport",
    requirement: "response.media-type",
    fault: "labels errors application/json.",
    alteration: responding(
      ({ status }) => status >= 400,
      (response, text) => reply(response, text, { headers: { "Content-Type": "application/json" } }),
    ),
  },
  {
    id: "takes-bodies-of-any-media-type",
    family: "transport",
    requirement: "create-agent-pool.wrong-media-type",
    fault: "creates a pool from a body that is labelled as something else.",
    alteration: fronted<TerraformStore>((request, sound) => {
      if (request.method !== "POST") return sound(request);
      const headers = new Headers(request.headers);
      headers.set("Content-Type", mediaType);
      return sound(new Request(request, { headers }));
    }),
  },
];
