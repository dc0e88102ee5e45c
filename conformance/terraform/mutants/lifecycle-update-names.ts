import type { TerraformStore } from "../../../src/reference/terraform/store.ts";
import { operation } from "../../proof/alterations.ts";
import { nameIn, poolIdIn, withName } from "./stored-pools.ts";
import type { TerraformMutant } from "./terraform-mutant.ts";

/** Names that are made over into something else when a pool gets them. */
export const updateNamesMutants: readonly TerraformMutant[] = [
  {
    id: "strips-marks-from-the-beginnings-of-names",
    family: "lifecycle",
    requirement: "update-agent-pool.name",
    fault: "takes hyphens and underscores away from the beginning of a new name.",
    alteration: operation("updateAgentPool", (asked, sound) => {
      const name = nameIn(asked);
      return sound(typeof name === "string" ? withName(asked, name.replace(/^[-_]+(?=.)/, "")) : asked);
    }),
  },
  {
    id: "takes-underscores-and-hyphens-for-the-same",
    family: "lifecycle",
    requirement: "update-agent-pool.name-free",
    fault: "refuses a new name that is another pool's but for hyphens in place of underscores.",
    alteration: operation<TerraformStore>("updateAgentPool", (asked, sound, { pools }) => {
      const pool = pools.get(poolIdIn(asked));
      const slugOf = (name: unknown) => String(name).replaceAll("_", "-");
      const isTaken = [...pools.values()].some(
        (other) =>
          other !== pool && other.organization === pool?.organization && slugOf(other.name) === slugOf(nameIn(asked)),
      );
      return isTaken && asked.identity.mayWrite && asked.identity.memberOf.includes(pool?.organization ?? "")
        ? { status: 422, title: "invalid attribute", detail: "Name has already been taken" }
        : sound(asked);
    }),
  },
];
