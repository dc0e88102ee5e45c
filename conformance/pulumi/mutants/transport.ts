import type { PulumiRequirementId } from "../../../generated/pulumi/requirements.ts";
import type { PulumiStore } from "../../../src/reference/pulumi/store.ts";
import { fronted, reply, responding } from "../../proof/alterations.ts";
import type { Mutant } from "../../proof/mutant.ts";

const refusal = (status: number, message: string) => Response.json({ code: status, message }, { status });

const isList = ({ method, url }: Request) => method === "GET" && url.endsWith("/agent-pools");
const isDetail = (request: Request) => request.method === "GET" && !isList(request);

export const transportMutants: readonly Mutant<PulumiStore, PulumiRequirementId>[] = [
  {
    id: "accepts-nothing-on-deletion",
    family: "transport",
    requirement: "delete-agent-pool.accept",
    fault: "answers 406 to a deletion that accepts application/vnd.pulumi+8, as it has nothing of that type to answer.",
    alteration: fronted((request, sound) => {
      const isNarrow = !/\*\/\*|^$/.test(request.headers.get("Accept") ?? "");
      return request.method === "DELETE" && isNarrow ? refusal(406, "Not Acceptable") : sound(request);
    }),
  },
  {
    id: "parses-the-body-of-a-get",
    family: "transport",
    requirement: "get-agent-pool.content-type",
    fault: "takes the Content-Type of a request without a body for a promise of one, and answers 400.",
    alteration: fronted((request, sound) =>
      isDetail(request) && request.headers.has("Content-Type")
        ? refusal(400, "Bad Request: unexpected end of JSON input")
        : sound(request),
    ),
  },
  {
    id: "counts-characters-for-bytes",
    family: "transport",
    requirement: "list-agent-pools.body",
    fault: "sends as many bytes of the list as it has characters, so that its end is missing.",
    alteration: responding(isOk(isList), (response, text) => {
      const bytes = new TextEncoder().encode(text).slice(0, text.length);
      return new Response(bytes, { status: response.status, headers: response.headers });
    }),
  },
  {
    id: "puts-json-into-json",
    family: "transport",
    requirement: "get-agent-pool.body",
    fault: "answers the details as a string that holds the JSON.",
    alteration: responding(isOk(isDetail), (response, text) => reply(response, JSON.stringify(text))),
  },
  {
    id: "labels-details-as-text",
    family: "transport",
    requirement: "service.response-media-type",
    fault: "labels the details of a pool text/plain.",
    alteration: responding(isOk(isDetail), (response, text) =>
      reply(response, text, { headers: { "Content-Type": "text/plain; charset=utf-8" } }),
    ),
  },
  {
    id: "fails-on-a-version-that-it-does-not-know",
    family: "transport",
    requirement: "errors.no-server-error",
    fault: "looks for the encoder of the version in Accept, and answers 500 where there is none.",
    alteration: fronted((request, sound) => {
      const [, version = "8"] = /pulumi\+(\d+)/.exec(request.headers.get("Accept") ?? "") ?? [];
      return Number(version) > 8 ? refusal(500, "encoder is undefined") : sound(request);
    }),
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
];

function isOk(fits: (request: Request) => boolean) {
  return ({ status }: Response, request: Request) => status === 200 && fits(request);
}
