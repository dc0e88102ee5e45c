import type { Violation } from "../../../src/contract/finding.ts";
import type { Asked, Outcome } from "../../../src/reference/service.ts";
import type { TerraformStore } from "../../../src/reference/terraform/store.ts";
import { combine, operation, tolerating } from "../../proof/alterations.ts";
import { createRegardless, nameIn, type PoolDocument, updateRegardless } from "./stored-pools.ts";
import type { TerraformMutant } from "./terraform-mutant.ts";

const type = "agent-pools";
const invalid = (detail: string): Outcome => ({ status: 422, title: "invalid attribute", detail });

function letting(operationId: string, fits: (violation: Violation) => boolean) {
  return tolerating<TerraformStore>(
    (violation, id) => id === operationId && violation.place === "body" && fits(violation),
  );
}

/** Takes whatever passes for the type. */
function comparingTypes(operationId: string, passes: (given: unknown) => boolean) {
  return combine<TerraformStore>(
    letting(operationId, ({ pointer }) => pointer === "/data/type"),
    operation(operationId, (asked, sound) =>
      passes((asked.body as PoolDocument).data.type) ? sound(asked) : invalid(`Type must be ${type}`),
    ),
  );
}

/** Takes names that a looser pattern lets pass. */
function matchingNames(operationId: "createAgentPool" | "updateAgentPool", pattern: RegExp) {
  return combine<TerraformStore>(
    letting(operationId, ({ pointer, expected }) => pointer.endsWith("/name") && expected.includes("matches")),
    operation(operationId, (asked, sound, store) => {
      const name = nameIn(asked);
      if (typeof name !== "string" || /^[\w-]+$/.test(name)) return sound(asked);
      if (!pattern.test(name)) return invalid("Name can only include letters, numbers, - and _");
      return (operationId === "createAgentPool" ? createRegardless : updateRegardless)(asked, sound, store);
    }),
  );
}

function withNameFromBeside(asked: Asked): Asked {
  const { data } = asked.body as { data: { type: unknown; name?: unknown; attributes?: unknown } };
  return { ...asked, body: { data: { ...data, attributes: data.attributes ?? { name: data.name } } } };
}

/** Bodies that are nearly right, to servers that compare and match loosely. */
export const looseValidationMutants: readonly TerraformMutant[] = [
  {
    id: "compares-types-without-case",
    family: "validation",
    requirement: "create-agent-pool.wrong-type",
    fault: "creates a pool from a body whose type is agent-pools in other letters, capital and small.",
    alteration: comparingTypes("createAgentPool", (given) => String(given).toLowerCase() === type),
  },
  {
    id: "takes-types-in-the-singular",
    family: "validation",
    requirement: "update-agent-pool.wrong-type",
    fault: "makes a plural of the type of an update before it compares it.",
    alteration: comparingTypes("updateAgentPool", (given) => String(given).replace(/s?$/, "s") === type),
  },
  {
    id: "compares-types-as-text",
    family: "validation",
    requirement: "update-agent-pool.malformed-body",
    fault: "compares the type of an update by ==, for which an array of one word is that word.",
    alteration: comparingTypes("updateAgentPool", (given) => `${given}` === type),
  },
  {
    id: "looks-for-names-beside-attributes",
    family: "validation",
    requirement: "create-agent-pool.malformed-body",
    fault: "takes the name of a new pool from beside its type where there are no attributes.",
    alteration: combine<TerraformStore>(
      letting("createAgentPool", ({ pointer, expected }) => pointer === "/data" && expected.includes('"attributes"')),
      operation("createAgentPool", (asked, sound) => {
        const found = withNameFromBeside(asked);
        return typeof nameIn(found) === "string" ? sound(found) : invalid("Name can't be blank");
      }),
    ),
  },
  {
    id: "overlooks-a-line-feed-at-the-end-of-names",
    family: "validation",
    requirement: "create-agent-pool.name-other-characters",
    fault: "matches names with a $ that stands before a line feed at the end as well, and creates a pool with one.",
    alteration: matchingNames("createAgentPool", /^[\w-]+\n?$/),
  },
  {
    id: "matches-names-from-capital-a-to-small-z",
    family: "validation",
    requirement: "update-agent-pool.name-other-characters",
    fault: "matches names by the range from A to z, in which brackets, the caret and others lie.",
    alteration: matchingNames("updateAgentPool", /^[A-z\d-]+$/),
  },
];
