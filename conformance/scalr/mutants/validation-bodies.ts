import type { ScalrRequirementId } from "../../../generated/scalr/requirements.ts";
import type { Reply } from "../../../src/front/api-front.ts";
import type { Alteration } from "../../../src/reference/alteration.ts";
import type { ScalrStore } from "../../../src/reference/scalr/store.ts";
import { combine, operation, tolerating } from "../../proof/alterations.ts";
import type { Mutant } from "../../proof/mutant.ts";
import { documentIn, type SentPool, sentIn, showAgain } from "./stored-pools.ts";
import { isOf, lacks, taking } from "./taking.ts";

export const bodyMutants: readonly Mutant<ScalrStore, ScalrRequirementId>[] = [
  {
    id: "names-pools-itself",
    family: "validation",
    requirement: "create-agent-pool.name-missing",
    fault: "makes up a name for a pool that is sent without one.",
    alteration: taking(
      "createAgentPool",
      (violation) => lacks("/data", "attributes")(violation) || lacks("/data/attributes", "name")(violation),
      (data) => ({ ...data, attributes: { name: data.attributes?.name ?? `pool-${crypto.randomUUID()}` } }),
    ),
  },
  {
    id: "makes-a-name-of-a-number",
    family: "validation",
    requirement: "create-agent-pool.name-wrong-type",
    fault: "takes a number for a name, and turns it into a text.",
    alteration: taking("createAgentPool", isOf("number", "/data/attributes/name"), (data) => ({
      ...data,
      attributes: { name: String(data.attributes?.name) },
    })),
  },
  {
    id: "takes-null-for-no-new-name",
    family: "validation",
    requirement: "update-agent-pool.name-wrong-type",
    fault: "answers 200 to a change of the name to null, and leaves the name as it is.",
    alteration: taking("updateAgentPool", isOf("null", "/data/attributes/name"), ({ attributes, ...data }) =>
      attributes?.name ? { ...data, attributes } : data,
    ),
  },
  {
    id: "creates-whatever-the-type",
    family: "validation",
    requirement: "create-agent-pool.wrong-type",
    fault: "creates a pool from a resource of another type.",
    alteration: taking("createAgentPool", isOf("string", "/data/type")),
  },
  {
    id: "finds-a-missing-type-in-conflict",
    family: "validation",
    requirement: "create-agent-pool.type-missing",
    fault: "compares data.type before it knows that there is one, and answers 409 where there is none.",
    alteration: combine<ScalrStore>(
      operation("createAgentPool", (asked, sound) =>
        sentIn(asked).type === undefined
          ? {
              status: 409,
              title: "conflict",
              detail: "The type is not agent-pools.",
              source: { pointer: "/data/type" },
            }
          : sound(asked),
      ),
      tolerating((violation, id) => id === "createAgentPool" && lacks("/data", "type")(violation)),
    ),
  },
  {
    id: "fails-on-another-type",
    family: "validation",
    requirement: "update-agent-pool.wrong-type",
    fault: "looks for the model of a type that it does not have, and answers 500.",
    alteration: combine<ScalrStore>(
      operation("updateAgentPool", (asked, sound) => {
        const type: string | undefined = sentIn(asked).type;
        if (type !== "agent-pools") throw new Error(`There is no model of ${type}.`);
        return sound(asked);
      }),
      tolerating((violation, id) => id === "updateAgentPool" && isOf("string", "/data/type")(violation)),
    ),
  },
  {
    id: "changes-without-type",
    family: "validation",
    requirement: "update-agent-pool.type-missing",
    fault: "changes a pool by a body without data.type.",
    alteration: taking("updateAgentPool", lacks("/data", "type")),
  },
  {
    id: "overwrites-the-pool-of-an-id-sent",
    family: "validation",
    requirement: "create-agent-pool.id",
    fault: "saves a new pool under the id that is sent, and so overwrites the one that has it.",
    alteration: operation<ScalrStore>("createAgentPool", (asked, sound, store) => {
      const { id } = sentIn(asked);
      const outcome = sound(asked);
      const made = "title" in outcome ? undefined : store.pools.get(documentIn(outcome).data.id);
      if (!made || id === undefined) return outcome;
      store.pools.delete(made.id);
      store.pools.set(id, { ...made, id });
      return showAgain(outcome as Reply, id, store, asked);
    }),
  },
  {
    id: "wants-the-id-in-a-change",
    family: "validation",
    requirement: "update-agent-pool.id",
    fault: "refuses a change without data.id.",
    alteration: refusing("updateAgentPool", ({ id }) => id === undefined, "The id is missing."),
  },
  {
    id: "refuses-the-account-in-a-change",
    family: "validation",
    requirement: "update-agent-pool.account",
    fault: "refuses a change that names the account which the pool belongs to.",
    alteration: refusing(
      "updateAgentPool",
      ({ relationships }) => !!relationships?.account,
      "Pools stay where they are.",
    ),
  },
  {
    id: "wants-the-name-in-a-change",
    family: "validation",
    requirement: "update-agent-pool.sample-request",
    fault: "refuses a change without a name, such as that of the sample.",
    alteration: refusing("updateAgentPool", ({ attributes }) => !attributes?.name, "The name is missing."),
  },
];

/** Refuses bodies that are in order. */
function refusing(id: string, isRefused: (data: SentPool) => boolean, detail: string): Alteration<ScalrStore> {
  return operation<ScalrStore>(id, (asked, sound) =>
    asked.identity.mayWrite && isRefused(sentIn(asked))
      ? { status: 422, title: "invalid request", detail }
      : sound(asked),
  );
}
