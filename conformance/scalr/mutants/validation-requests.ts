import type { ScalrRequirementId } from "../../../generated/scalr/requirements.ts";
import type { Alteration } from "../../../src/reference/alteration.ts";
import type { ScalrStore } from "../../../src/reference/scalr/store.ts";
import type { Asked } from "../../../src/reference/service.ts";
import { combine, fronted, operation, tolerating } from "../../proof/alterations.ts";
import type { Mutant } from "../../proof/mutant.ts";
import { fail } from "./failure.ts";
import { sentIn } from "./stored-pools.ts";

const related = ["account", "agents", "environment", "workspaces"];
const mediaType = "application/vnd.api+json";
/** Of the column that holds names. */
const longestName = 255;

/** Fails on requests to an operation that are as told. */
function failingOn(id: string, fits: (asked: Asked) => boolean): Alteration<ScalrStore> {
  return operation<ScalrStore>(id, (asked, sound) => {
    if (fits(asked)) throw new Error("The request was not what the code expects.");
    return sound(asked);
  });
}

/** Reads the body of a method before anyone else does, and may answer at once or put another body in its place. */
function reading(method: string, read: (text: string) => string | Response): Alteration<ScalrStore> {
  return fronted(async (request, sound) => {
    if (request.method !== method) return sound(request);
    const text = await request.text();
    const result = read(text);
    const { url, headers } = request;
    return result instanceof Response ? result : sound(new Request(url, { method, headers, body: result }));
  });
}

function parse(text: string): { readonly value: unknown } | undefined {
  try {
    return { value: JSON.parse(text) };
  } catch {
    return undefined;
  }
}

export const requestMutants: readonly Mutant<ScalrStore, ScalrRequirementId>[] = [
  {
    id: "answers-400-to-malformed-bodies",
    family: "validation",
    requirement: "create-agent-pool.malformed-body",
    fault: "answers 400 where a member of the body is missing or of the wrong type.",
    alteration: { service: (service) => ({ ...service, statusFor: () => 400 }) },
  },
  {
    id: "fails-on-broken-json",
    family: "validation",
    requirement: "create-agent-pool.not-json",
    fault: "answers 500 to a new pool whose body is no JSON.",
    alteration: reading("POST", (text) => (parse(text) ? text : fail())),
  },
  {
    id: "takes-broken-json-for-no-change",
    family: "validation",
    requirement: "update-agent-pool.not-json",
    fault: "answers 200 to a change whose body is no JSON, and changes nothing.",
    alteration: reading("PATCH", (text) => (parse(text) ? text : JSON.stringify({ data: { type: "agent-pools" } }))),
  },
  {
    id: "fails-on-a-body-without-data",
    family: "validation",
    requirement: "errors.no-server-error",
    fault:
      "looks into the data of a new pool before it knows that there are any, and answers 500 where there are none.",
    alteration: reading("POST", (text) => {
      const body = parse(text)?.value;
      return parse(text) && !(body && typeof body === "object" && "data" in body) ? fail() : text;
    }),
  },
  {
    id: "reads-bodies-of-any-media-type",
    family: "validation",
    requirement: "create-agent-pool.wrong-media-type",
    fault: "reads every body as JSON, whatever it is labelled.",
    alteration: fronted((request, sound) => {
      const headers = new Headers(request.headers);
      if (request.body) headers.set("Content-Type", mediaType);
      return sound(new Request(request, { headers }));
    }),
  },
  {
    id: "fails-without-a-scope",
    family: "validation",
    requirement: "create-agent-pool.scope-defined",
    fault: "answers 500 to a new pool without account and environment.",
    alteration: failingOn("createAgentPool", (asked) => {
      const { account, environment } = sentIn(asked).relationships ?? {};
      return asked.identity.mayWrite && !account && !environment;
    }),
  },
  {
    id: "fails-on-long-names",
    family: "validation",
    requirement: "errors.no-server-error",
    fault: `answers 500 to a name of more than ${longestName} characters.`,
    alteration: failingOn("createAgentPool", (asked) => (sentIn(asked).attributes?.name?.length ?? 0) > longestName),
  },
  {
    id: "fails-on-a-quote-in-a-filter",
    family: "validation",
    requirement: "errors.no-server-error",
    fault: "puts filter[name] into its query as it is, and answers 500 where a quotation mark ends it early.",
    alteration: failingOn("listAgentPools", ({ query }) => query.get("filter[name]")?.includes("'") ?? false),
  },
  {
    id: "fails-on-an-unknown-filter",
    family: "validation",
    requirement: "errors.no-server-error",
    fault: "takes the name of any filter for that of a column, and answers 500 where there is none.",
    alteration: failingOn("listAgentPools", ({ query }) =>
      [...query.keys()].some((name) => /^filter\[(?!(agent-pool|name|account|environment)\])/.test(name)),
    ),
  },
  {
    id: "fails-on-size-zero",
    family: "validation",
    requirement: "errors.no-server-error",
    fault: "divides by page[size], and answers 500 where it is 0.",
    alteration: failingOn("listAgentPools", ({ query }) => Number(query.get("page[size]") ?? 1) === 0),
  },
  {
    id: "fails-on-a-page-that-has-no-number",
    family: "validation",
    requirement: "errors.no-server-error",
    fault: "counts from page[number] where to begin, and answers 500 where it is no number.",
    alteration: failingOn("listAgentPools", ({ query }) => Number.isNaN(Number(query.get("page[number]") ?? 1))),
  },
  {
    id: "fails-on-a-relationship-that-it-does-not-know",
    family: "validation",
    requirement: "errors.no-server-error",
    fault: "looks an unknown relationship of a new pool up in its table of resources, and answers 500.",
    alteration: failingOn("createAgentPool", (asked) =>
      Object.keys(sentIn(asked).relationships ?? {}).some((name) => !related.includes(name)),
    ),
  },
  {
    id: "overlooks-unknown-keys-to-sort-by",
    family: "validation",
    requirement: "list-agent-pools.sort-values",
    fault: "lists pools in its own order where sort names a key that it does not know.",
    alteration: tolerating(({ pointer }, id) => id === "listAgentPools" && pointer.startsWith("sort/")),
  },
  {
    id: "overlooks-unknown-paths-to-include",
    family: "validation",
    requirement: "get-agent-pool.include-values",
    fault: "shows a pool and includes nothing where include names a path that it does not know.",
    alteration: tolerating(({ pointer }, id) => id === "getAgentPool" && pointer.startsWith("include/")),
  },
  {
    id: "fails-on-an-unknown-path-to-include",
    family: "validation",
    requirement: "list-agent-pools.include-values",
    fault: "looks an unknown path up in its table of resources, and answers 500.",
    alteration: combine(
      tolerating(({ pointer }, id) => id === "listAgentPools" && pointer.startsWith("include/")),
      failingOn("listAgentPools", ({ query }) => !knowsAll(query.get("include"))),
    ),
  },
];

function knowsAll(include: string | null): boolean {
  return include === null || include.split(",").every((path) => related.includes(path));
}
