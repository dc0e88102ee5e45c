import type { Violation } from "../../../src/contract/finding.ts";
import type { Outcome } from "../../../src/reference/service.ts";
import type { TerraformStore } from "../../../src/reference/terraform/store.ts";
import { combine, fronted, operation, reply, responding, tolerating } from "../../proof/alterations.ts";
import { fail, nameIn, type PoolDocument, poolIdIn, updateRegardless } from "./stored-pools.ts";
import type { TerraformMutant } from "./terraform-mutant.ts";

const namePlace = "/data/attributes/name";
const soundName = /^[\w-]+$/;

const invalid = (detail: string): Outcome => ({ status: 422, title: "invalid attribute", detail });

/** Lets bodies of updates through that are wrong in a certain way. */
function letting(fits: (violation: Violation) => boolean) {
  return tolerating<TerraformStore>(
    (violation, id) => id === "updateAgentPool" && violation.place === "body" && fits(violation),
  );
}

function isJson(text: string): boolean {
  try {
    JSON.parse(text);
    return true;
  } catch {
    return false;
  }
}

export const updateValidationMutants: readonly TerraformMutant[] = [
  {
    id: "demands-a-name-on-update",
    family: "validation",
    requirement: "update-agent-pool.name-default",
    fault: "validates an update as a creation, and refuses one without a name.",
    alteration: operation("updateAgentPool", (asked, sound) =>
      nameIn(asked) === undefined ? invalid("Name can't be blank") : sound(asked),
    ),
  },
  {
    id: "fails-on-an-update-without-attributes",
    family: "validation",
    requirement: "update-agent-pool.name-default",
    fault: "answers 500 to an update whose data have no attributes.",
    alteration: operation("updateAgentPool", (asked, sound) =>
      (asked.body as PoolDocument).data.attributes === undefined ? fail() : sound(asked),
    ),
  },
  {
    id: "updates-pools-without-a-type",
    family: "validation",
    requirement: "update-agent-pool.type-missing",
    fault: "carries out an update whose body has no type.",
    alteration: letting(({ pointer, expected }) => pointer === "/data" && expected.includes('"type"')),
  },
  {
    id: "updates-pools-from-any-type",
    family: "validation",
    requirement: "update-agent-pool.wrong-type",
    fault: "carries out an update whose type is of another kind of resource.",
    alteration: letting(({ pointer, got }) => pointer === "/data/type" && got.startsWith("string")),
  },
  {
    id: "keeps-names-as-they-come",
    family: "validation",
    requirement: "update-agent-pool.name-wrong-type",
    fault: "gives a pool a number for a name.",
    alteration: combine<TerraformStore>(
      letting(({ pointer, got }) => pointer === namePlace && got.startsWith("number")),
      operation("updateAgentPool", (asked, sound, store) =>
        typeof nameIn(asked) === "number" ? updateRegardless(asked, sound, store) : sound(asked),
      ),
    ),
  },
  {
    id: "fails-on-a-name-that-cannot-be-matched",
    family: "validation",
    requirement: "update-agent-pool.name-wrong-type",
    fault: "answers 500 to an update whose name is an object or an array.",
    alteration: combine<TerraformStore>(
      letting(({ pointer, got }) => pointer === namePlace && !/^(string|number|boolean|null)/.test(got)),
      operation("updateAgentPool", (asked, sound) => {
        const name = nameIn(asked);
        return typeof name === "object" && name !== null ? fail("name.match is not a function") : sound(asked);
      }),
    ),
  },
  {
    id: "forgets-the-characters-of-names-on-update",
    family: "validation",
    requirement: "update-agent-pool.name-other-characters",
    fault: "renames a pool to a name with any characters.",
    alteration: letting(({ pointer, expected }) => pointer === namePlace && expected.includes("matches")),
  },
  {
    id: "renames-before-it-validates",
    family: "validation",
    requirement: "errors.nothing-changed",
    fault: "answers 422 to an update whose name has other characters, and has renamed the pool by then.",
    alteration: combine<TerraformStore>(
      letting(({ pointer, expected }) => pointer === namePlace && expected.includes("matches")),
      operation("updateAgentPool", (asked, sound, store) => {
        const name = nameIn(asked);
        if (typeof name !== "string" || soundName.test(name)) return sound(asked);
        const outcome = updateRegardless(asked, sound, store);
        return "title" in outcome ? outcome : invalid("Name can only include letters, numbers, - and _");
      }),
    ),
  },
  {
    id: "wants-names-to-begin-with-a-letter",
    family: "validation",
    requirement: "update-agent-pool.name-characters",
    fault: "refuses a new name that begins with a digit, a hyphen or an underscore.",
    alteration: operation("updateAgentPool", (asked, sound) =>
      /^[A-Za-z]/.test(String(nameIn(asked) ?? "a")) ? sound(asked) : invalid("Name must begin with a letter"),
    ),
  },
  {
    id: "refuses-ids-in-bodies",
    family: "validation",
    requirement: "update-agent-pool.id-in-body",
    fault: "takes the id in the body of an update for an attribute that cannot be changed, and answers 422.",
    alteration: operation<TerraformStore>("updateAgentPool", (asked, sound, { pools }) => {
      const { id } = (asked.body as PoolDocument).data;
      return id !== undefined && pools.has(poolIdIn(asked)) ? invalid("Id is read-only") : sound(asked);
    }),
  },
  {
    id: "tells-malformed-updates-in-another-form",
    family: "validation",
    requirement: "update-agent-pool.error-form",
    fault: "answers 422 to an update with a message under error, and no array of errors.",
    alteration: responding(
      ({ status }, { method }) => status === 422 && method === "PATCH",
      (response, text) => reply(response, JSON.stringify({ error: JSON.parse(text).errors[0].detail })),
    ),
  },
  {
    id: "takes-malformed-json-for-nothing-to-change",
    family: "validation",
    requirement: "update-agent-pool.not-json",
    fault: "takes a body that is not JSON for an update without attributes, and answers 200.",
    alteration: fronted(async (request, sound) => {
      if (request.method !== "PATCH") return sound(request);
      const text = await request.text();
      const body = isJson(text) ? text : JSON.stringify({ data: { type: "agent-pools" } });
      const { url, method, headers } = request;
      return sound(new Request(url, { method, headers, body }));
    }),
  },
  {
    id: "fails-on-json-that-it-cannot-parse",
    family: "validation",
    requirement: "create-agent-pool.not-json",
    fault: "answers 500 to a creation whose body is not JSON.",
    alteration: responding(
      ({ status }, { method }) => status === 400 && method === "POST",
      (response, text) => reply(response, text, text.includes("malformed JSON") ? { status: 500 } : {}),
    ),
  },
];
