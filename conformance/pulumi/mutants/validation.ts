import type { PulumiRequirementId } from "../../../generated/pulumi/requirements.ts";
import type { Problem } from "../../../src/apis/api.ts";
import type { Violation } from "../../../src/contract/finding.ts";
import type { PulumiStore } from "../../../src/reference/pulumi/store.ts";
import { combine, fronted, operation, reply, responding, tolerating } from "../../proof/alterations.ts";
import type { Mutant } from "../../proof/mutant.ts";
import { oddValueMutants } from "./validation-odd.ts";

type Body = Readonly<Record<string, unknown>>;

const isInBody = (violation: Violation) => violation.place === "body";

const badRequest = (detail: string): Problem => ({ status: 400, title: "bad request", detail });

function isJson(text: string): boolean {
  try {
    JSON.parse(text);
    return true;
  } catch {
    return false;
  }
}

export const validationMutants: readonly Mutant<PulumiStore, PulumiRequirementId>[] = [
  {
    id: "makes-names-of-whatever-comes",
    family: "validation",
    requirement: "create-agent-pool.wrong-type-refused",
    fault: "turns a name or description that is not a string into one, and creates the pool.",
    alteration: combine<PulumiStore>(
      tolerating(
        (violation, id) =>
          id === "createAgentPool" && isInBody(violation) && /^\/(name|description)$/.test(violation.pointer),
      ),
      operation("createAgentPool", (asked, sound) => {
        const { name, description = "" } = asked.body as Body;
        return sound({ ...asked, body: { name: String(name), description: String(description) } });
      }),
    ),
  },
  {
    id: "creates-pools-without-a-name",
    family: "validation",
    requirement: "create-agent-pool.name-needed",
    fault: "creates a pool with an empty name when none is sent.",
    alteration: combine<PulumiStore>(
      tolerating(({ expected }, id) => id === "createAgentPool" && expected === 'a member "name"'),
      operation("createAgentPool", (asked, sound) => sound({ ...asked, body: { name: "", ...(asked.body as Body) } })),
    ),
  },
  {
    id: "demands-a-description",
    family: "validation",
    requirement: "create-agent-pool.description-optional",
    fault: "refuses to create a pool without a description.",
    alteration: operation("createAgentPool", (asked, sound) =>
      "description" in (asked.body as Body) ? sound(asked) : badRequest("description is required"),
    ),
  },
  {
    id: "demands-a-name-on-update",
    family: "validation",
    requirement: "update-agent-pool.name-optional",
    fault: "validates an update as a creation, and refuses one without a name.",
    alteration: operation("updateAgentPool", (asked, sound) =>
      "name" in (asked.body as Body) ? sound(asked) : badRequest("name is required"),
    ),
  },
  {
    id: "renames-before-it-looks-at-the-description",
    family: "validation",
    requirement: "update-agent-pool.wrong-type-refused",
    fault: "gives the pool its new name before it refuses a description that is not a string.",
    alteration: combine<PulumiStore>(
      tolerating((violation, id) => id === "updateAgentPool" && isInBody(violation)),
      operation("updateAgentPool", (asked, sound) => {
        const { name, description } = Object(asked.body) as Body;
        if (name !== undefined && typeof name !== "string") return badRequest("name: expected a string");
        if (description === undefined || typeof description === "string") return sound(asked);
        if (name !== undefined) sound({ ...asked, body: { name } });
        return badRequest("description: expected a string");
      }),
    ),
  },
  {
    id: "fails-on-a-description-that-cannot-be-trimmed",
    family: "validation",
    requirement: "update-agent-pool.wrong-type-refused",
    fault: "answers 500 to an update whose description is not a string.",
    alteration: combine<PulumiStore>(
      tolerating(
        (violation, id) => id === "updateAgentPool" && isInBody(violation) && violation.pointer === "/description",
      ),
      operation("updateAgentPool", (asked, sound) => {
        const { description = "" } = asked.body as Body;
        if (typeof description !== "string") throw new TypeError("description.trim is not a function");
        return sound(asked);
      }),
    ),
  },
  {
    id: "fails-on-a-body-that-is-no-object",
    family: "validation",
    requirement: "errors.no-server-error",
    fault: "answers 500 to a creation whose body is null or an array.",
    alteration: combine<PulumiStore>(
      tolerating((violation, id) => id === "createAgentPool" && isInBody(violation) && violation.pointer === ""),
      operation("createAgentPool", (asked, sound) => {
        const { body } = asked;
        if (typeof body !== "object" || body === null || Array.isArray(body))
          throw new TypeError("body.name is not a string");
        return "name" in body ? sound(asked) : badRequest("name is required");
      }),
    ),
  },
  {
    id: "fails-on-json-that-it-cannot-parse",
    family: "validation",
    requirement: "create-agent-pool.malformed-refused",
    fault: "answers 500 to a creation whose body is not JSON.",
    alteration: responding(
      ({ status }, { method }) => status === 400 && method === "POST",
      (response, text) => reply(response, text, text.includes("is not JSON") ? { status: 500 } : {}),
    ),
  },
  {
    id: "takes-malformed-json-for-nothing-to-change",
    family: "validation",
    requirement: "update-agent-pool.malformed-refused",
    fault: "takes a body that is not JSON for an update without members, and answers 200.",
    alteration: fronted(async (request, sound) => {
      if (request.method !== "PATCH") return sound(request);
      const text = await request.text();
      const { url, method, headers } = request;
      return sound(new Request(url, { method, headers, body: isJson(text) ? text : "{}" }));
    }),
  },
  ...oddValueMutants,
];
