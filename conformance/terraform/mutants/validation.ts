import type { Violation } from "../../../src/contract/finding.ts";
import type { Outcome } from "../../../src/reference/service.ts";
import type { TerraformStore } from "../../../src/reference/terraform/store.ts";
import { combine, operation, tolerating } from "../../proof/alterations.ts";
import { createRegardless, fail, isRefused, nameIn, type PoolDocument } from "./stored-pools.ts";
import type { TerraformMutant } from "./terraform-mutant.ts";
import { looseValidationMutants } from "./validation-loose.ts";
import { queryMutants } from "./validation-query.ts";
import { updateValidationMutants } from "./validation-update.ts";

const namePlace = "/data/attributes/name";
const columnLength = 255;

const invalid = (detail: string): Outcome => ({ status: 422, title: "invalid attribute", detail });

/** Lets bodies of creations through that are wrong in a certain way. */
function letting(fits: (violation: Violation) => boolean) {
  return tolerating<TerraformStore>(
    (violation, id) => id === "createAgentPool" && violation.place === "body" && fits(violation),
  );
}

/** Lets names of other characters through. */
const anyCharacters = letting(({ pointer, expected }) => pointer === namePlace && expected.includes("matches"));

export const validationMutants: readonly TerraformMutant[] = [
  {
    id: "creates-pools-without-a-type",
    family: "validation",
    requirement: "create-agent-pool.type-missing",
    fault: "creates a pool from a body that has no type.",
    alteration: letting(({ pointer, expected }) => pointer === "/data" && expected.includes('"type"')),
  },
  {
    id: "creates-pools-from-any-type",
    family: "validation",
    requirement: "create-agent-pool.wrong-type",
    fault: "creates a pool from a body whose type is of another kind of resource.",
    alteration: letting(({ pointer, got }) => pointer === "/data/type" && got.startsWith("string")),
  },
  {
    id: "makes-names-of-whatever-comes",
    family: "validation",
    requirement: "create-agent-pool.name-wrong-type",
    fault: "turns a name that is not a string into one, and creates the pool.",
    alteration: combine<TerraformStore>(
      letting(({ pointer, expected }) => pointer === namePlace && expected === "string"),
      operation("createAgentPool", (asked, sound, store) => {
        const name = nameIn(asked);
        if (typeof name === "string") return sound(asked);
        const { data } = asked.body as PoolDocument;
        return createRegardless(
          { ...asked, body: { data: { ...data, attributes: { name: String(name) } } } },
          sound,
          store,
        );
      }),
    ),
  },
  {
    id: "fails-on-a-name-that-is-null",
    family: "validation",
    requirement: "create-agent-pool.name-wrong-type",
    fault: "answers 500 to a creation whose name is null.",
    alteration: combine<TerraformStore>(
      letting(({ pointer, got }) => pointer === namePlace && got === "null"),
      operation("createAgentPool", (asked, sound) => (nameIn(asked) === null ? fail() : sound(asked))),
    ),
  },
  {
    id: "answers-400-for-a-missing-name",
    family: "validation",
    requirement: "create-agent-pool.name-missing",
    fault: "answers 400 in place of 422 to a creation without a name.",
    alteration: combine<TerraformStore>(
      letting(({ pointer, expected }) => pointer === "/data/attributes" && expected.includes('"name"')),
      operation("createAgentPool", (asked, sound) =>
        nameIn(asked) === undefined
          ? { status: 400, title: "bad request", detail: "param is missing or the value is empty: name" }
          : sound(asked),
      ),
    ),
  },
  {
    id: "fails-on-a-body-without-attributes",
    family: "validation",
    requirement: "create-agent-pool.malformed-body",
    fault: "answers 500 to a creation whose data have no attributes.",
    alteration: combine<TerraformStore>(
      letting(({ pointer, expected }) => pointer === "/data" && expected.includes('"attributes"')),
      operation("createAgentPool", (asked, sound) =>
        (asked.body as PoolDocument).data.attributes === undefined ? fail() : sound(asked),
      ),
    ),
  },
  {
    id: "fails-on-data-that-are-null",
    family: "validation",
    requirement: "create-agent-pool.malformed-body",
    fault: "answers 500 to a creation whose data are null.",
    alteration: combine<TerraformStore>(
      letting(({ pointer, got }) => pointer === "/data" && got === "null"),
      operation("createAgentPool", (asked, sound) =>
        (asked.body as { data: unknown }).data === null ? fail() : sound(asked),
      ),
    ),
  },
  {
    id: "anchors-names-to-lines",
    family: "validation",
    requirement: "create-agent-pool.name-other-characters",
    fault: "matches each line of a name by itself, and creates a pool whose name has a line break and more after it.",
    alteration: combine<TerraformStore>(
      anyCharacters,
      operation("createAgentPool", (asked, sound, store) => {
        const name = String(nameIn(asked));
        if (!/^[\w-]+$/m.test(name)) return invalid("Name can only include letters, numbers, - and _");
        return name.includes("\n") ? createRegardless(asked, sound, store) : sound(asked);
      }),
    ),
  },
  {
    id: "takes-colons-in-names",
    family: "validation",
    requirement: "create-agent-pool.name-other-characters",
    fault: "creates a pool under a name with colons, as in a namespace.",
    alteration: combine<TerraformStore>(
      anyCharacters,
      operation("createAgentPool", (asked, sound) =>
        /^[\w:-]+$/.test(String(nameIn(asked)))
          ? sound(asked)
          : invalid("Name can only include letters, numbers, - and _"),
      ),
    ),
  },
  {
    id: "looks-at-the-first-character-of-names",
    family: "validation",
    requirement: "create-agent-pool.name-other-characters",
    fault: "creates a pool under any name that begins with a letter, a digit, a hyphen or an underscore.",
    alteration: combine<TerraformStore>(
      anyCharacters,
      operation("createAgentPool", (asked, sound) =>
        /^[\w-]/.test(String(nameIn(asked)))
          ? sound(asked)
          : invalid("Name can only include letters, numbers, - and _"),
      ),
    ),
  },
  {
    id: "fails-on-relationships-that-it-does-not-know",
    family: "validation",
    requirement: "errors.no-server-error",
    fault: "looks up the relationships of a body by their names, and answers 500 where it has none of the kind.",
    alteration: operation("createAgentPool", (asked, sound) =>
      (asked.body as PoolDocument).data.relationships ? fail("undefined method for nil") : sound(asked),
    ),
  },
  {
    id: "fails-on-names-beyond-ascii",
    family: "validation",
    requirement: "create-agent-pool.name-other-characters",
    fault: "answers 500 to a name with a character that its database cannot store.",
    alteration: combine<TerraformStore>(
      letting(({ got }) => /[^ -~]/.test(got)),
      operation("createAgentPool", (asked, sound) =>
        /[^ -~]/.test(String(nameIn(asked))) ? fail("incorrect string value for column name") : sound(asked),
      ),
    ),
  },
  {
    id: "takes-no-underscores",
    family: "validation",
    requirement: "create-agent-pool.name-characters",
    fault: "refuses a name with an underscore.",
    alteration: operation("createAgentPool", (asked, sound) => {
      const outcome = String(nameIn(asked)).includes("_")
        ? invalid("Name can only include letters, numbers and -")
        : undefined;
      return outcome ?? sound(asked);
    }),
  },
  {
    id: "fails-on-names-longer-than-its-column",
    family: "validation",
    requirement: "errors.no-server-error",
    fault: `answers 500 to a name of more than ${columnLength} characters.`,
    alteration: operation("createAgentPool", (asked, sound) =>
      String(nameIn(asked)).length > columnLength ? fail("value too long for type character varying") : sound(asked),
    ),
  },
  {
    id: "creates-pools-whose-name-it-refuses",
    family: "validation",
    requirement: "errors.nothing-changed",
    fault: "answers 422 to a creation under a name that is taken, and has created the pool by then.",
    alteration: operation<TerraformStore>("createAgentPool", (asked, sound, store) => {
      const outcome = sound(asked);
      if (isRefused(outcome) && outcome.status === 422) createRegardless(asked, sound, store);
      return outcome;
    }),
  },
  ...looseValidationMutants,
  ...updateValidationMutants,
  ...queryMutants,
];
