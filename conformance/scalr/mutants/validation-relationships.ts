import type { ScalrRequirementId } from "../../../generated/scalr/requirements.ts";
import type { ScalrStore } from "../../../src/reference/scalr/store.ts";
import { combine, operation } from "../../proof/alterations.ts";
import type { Mutant } from "../../proof/mutant.ts";
import { sentIn, without, withSent } from "./stored-pools.ts";
import { isOf, lacks, taking } from "./taking.ts";

export const relationshipMutants: readonly Mutant<ScalrStore, ScalrRequirementId>[] = [
  {
    id: "takes-one-workspace-for-many",
    family: "validation",
    requirement: "update-agent-pool.workspaces-data",
    fault: "takes a single workspace instead of an array, and links it.",
    alteration: taking("updateAgentPool", isOf("object", "/data/relationships/workspaces/data"), (data) => {
      const workspaces = data.relationships?.workspaces;
      if (!workspaces) return data;
      return { ...data, relationships: { ...data.relationships, workspaces: { data: [workspaces.data].flat() } } };
    }),
  },
  {
    id: "takes-null-for-no-workspaces",
    family: "validation",
    requirement: "create-agent-pool.workspaces-data",
    fault: "creates a pool without workspaces where their data are null instead of an array.",
    alteration: taking("createAgentPool", isOf("null", "/data/relationships/workspaces/data"), (data) =>
      data.relationships?.workspaces?.data ? data : without("workspaces", data),
    ),
  },
  {
    id: "takes-environments-of-any-type",
    family: "validation",
    requirement: "create-agent-pool.environment-type",
    fault: "looks at the id of an environment, and not at the type beside it.",
    alteration: taking("createAgentPool", isOf("string", "/data/relationships/environment/data/type")),
  },
  {
    id: "takes-accounts-of-any-type",
    family: "validation",
    requirement: "update-agent-pool.account-type",
    fault: "looks in a change at the id of an account, and not at the type beside it.",
    alteration: taking("updateAgentPool", isOf("string", "/data/relationships/account/data/type")),
  },
  {
    id: "takes-an-environment-without-id-for-the-account",
    family: "validation",
    requirement: "create-agent-pool.environment-id",
    fault: "creates a pool of the account where the environment sent has no id.",
    alteration: combine<ScalrStore>(
      operation("createAgentPool", (asked, sound) => {
        const { relationships: { environment, ...relationships } = {}, ...data } = sentIn(asked);
        if (!environment || environment.data.id !== undefined) return sound(asked);
        const account = { data: { type: "accounts" as const, id: asked.identity.memberOf[0] ?? "" } };
        return sound(withSent(asked, { ...data, relationships: { account, ...relationships } }));
      }),
      taking("createAgentPool", lacks("/data/relationships/environment/data", "id")),
    ),
  },
  {
    id: "overlooks-an-environment-without-id",
    family: "validation",
    requirement: "update-agent-pool.environment-id",
    fault: "answers 200 to a change of the environment that has no id, and leaves the pool where it is.",
    alteration: taking("updateAgentPool", lacks("/data/relationships/environment/data", "id"), (data) =>
      data.relationships?.environment?.data.id === undefined ? without("environment", data) : data,
    ),
  },
  {
    id: "skips-workspaces-that-there-are-not",
    family: "validation",
    requirement: "errors.refused",
    fault: "links those of the workspaces sent that it finds, and says nothing of the others.",
    alteration: operation<ScalrStore>("updateAgentPool", (asked, sound, store) => {
      const data = sentIn(asked);
      const sent = data.relationships?.workspaces?.data;
      if (!sent) return sound(asked);
      const workspaces = { data: sent.filter(({ id }) => store.workspaces.has(id)) };
      return sound(withSent(asked, { ...data, relationships: { ...data.relationships, workspaces } }));
    }),
  },
];
