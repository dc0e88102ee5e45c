import type { ScalrRequirementId } from "../../../generated/scalr/requirements.ts";
import type { ScalrStore } from "../../../src/reference/scalr/store.ts";
import { fronted, reply, responding } from "../../proof/alterations.ts";
import type { Mutant } from "../../proof/mutant.ts";
import { fail, problem } from "./failure.ts";

/** Methods of the samples, which name no media type that they accept, by whether the path names a pool. */
const samples = [
  { id: "lists", requirement: "list-agent-pools.sample-request", method: "GET", path: /agent-pools$/ },
  { id: "creates", requirement: "create-agent-pool.sample-request", method: "POST", path: /agent-pools$/ },
  { id: "shows", requirement: "get-agent-pool.sample-request", method: "GET", path: /agent-pools\/./ },
  { id: "changes", requirement: "update-agent-pool.sample-request", method: "PATCH", path: /agent-pools\/./ },
] as const;

export const transportMutants: readonly Mutant<ScalrStore, ScalrRequirementId>[] = [
  {
    id: "fails-on-head",
    family: "transport",
    requirement: "errors.no-server-error",
    fault: "answers 500 to HEAD.",
    alteration: fronted((request, sound) => (request.method === "HEAD" ? fail() : sound(request))),
  },
  {
    id: "fails-on-methods-that-it-does-not-know",
    family: "transport",
    requirement: "errors.no-server-error",
    fault: "answers 500 to a method that a path does not have.",
    alteration: responding(({ status }) => status === 405, fail),
  },
  {
    id: "fails-on-a-path-that-it-cannot-decode",
    family: "transport",
    requirement: "errors.no-server-error",
    fault: "decodes a path without care, and answers 500 where that fails.",
    alteration: fronted((request, sound) => (isDecodable(new URL(request.url).pathname) ? sound(request) : fail())),
  },
  {
    id: "fails-on-a-wish-that-it-cannot-fulfil",
    family: "transport",
    requirement: "errors.no-server-error",
    fault: "looks for a writer of the media type that Accept names, and answers 500 where it has none.",
    alteration: fronted((request, sound) =>
      /json|\*\/\*/.test(request.headers.get("accept") ?? "*/*") ? sound(request) : fail(),
    ),
  },
  ...samples.map(({ id, requirement, method, path }) => ({
    id: `${id}-pools-only-where-accept-is-sent`,
    family: "transport" as const,
    requirement,
    fault: "answers 406 to a request that does not say what it accepts.",
    alteration: fronted<ScalrStore>((request, sound) =>
      request.method !== method || request.headers.has("Accept") || !path.test(new URL(request.url).pathname)
        ? sound(request)
        : problem(406, "not acceptable"),
    ),
  })),
  {
    id: "encodes-json-twice",
    family: "transport",
    requirement: "get-agent-pool.success",
    fault: "shows a pool as a JSON string that holds the document.",
    alteration: responding(isPool, (response, text) => reply(response, JSON.stringify(text))),
  },
  {
    id: "measures-bodies-in-characters",
    family: "transport",
    requirement: "create-agent-pool.name",
    fault: "cuts a body off after as many bytes as it has characters.",
    alteration: responding(isPool, (response, text) => {
      const bytes = new TextEncoder().encode(text).subarray(0, text.length);
      return reply(response, new TextDecoder().decode(bytes));
    }),
  },
  {
    id: "labels-documents-as-plain-json",
    family: "transport",
    requirement: "response.media-type",
    fault: "labels what it reads for a GET application/json.",
    alteration: responding(
      ({ status }, { method }) => status === 200 && method === "GET",
      (response, text) => reply(response, text, { headers: { "Content-Type": "application/json" } }),
    ),
  },
  {
    id: "wants-a-preference",
    family: "transport",
    requirement: "request.preference-optional",
    fault: "answers 400 to requests that do not prefer the preview profile.",
    alteration: fronted((request, sound) =>
      request.headers.has("Prefer")
        ? sound(request)
        : Response.json(
            { errors: [{ status: "400", title: "bad request", detail: "Only previews are available." }] },
            { status: 400, headers: { "Content-Type": "application/vnd.api+json" } },
          ),
    ),
  },
  {
    id: "knows-brackets-in-their-encoded-form-only",
    family: "transport",
    requirement: "jsonapi.raw-brackets",
    fault: "overlooks query parameters whose brackets are not percent-encoded.",
    alteration: fronted((request, sound) => {
      const [address = "", query = ""] = request.url.split("?");
      const kept = query.split("&").filter((each) => !each.includes("["));
      return sound(new Request(`${address}?${kept.join("&")}`, request));
    }),
  },
];

function isDecodable(path: string): boolean {
  try {
    return decodeURIComponent(path) !== "";
  } catch {
    return false;
  }
}

/** Whether a response shows a single pool that was asked for. */
function isPool({ status }: Response, { method, url }: Request): boolean {
  return status === 200 && method === "GET" && /\/agent-pools\/[^/]+$/.test(new URL(url).pathname);
}
