import type { Alteration } from "../../../src/reference/alteration.ts";
import type { PulumiStore } from "../../../src/reference/pulumi/store.ts";
import { combine } from "../../proof/alterations.ts";
import type { Variant } from "../../proof/variant.ts";
import { showing } from "./own-pools.ts";

type Unit = "seconds" | "milliseconds";

const counted = (value: unknown, from: Unit, to: Unit) => {
  if (typeof value !== "number" || from === to) return value;
  return to === "seconds" ? Math.floor(value / 1000) : value * 1000;
};

/** Counts moments in other units than the samples have. */
export function counting(units: { created: Unit; pool: Unit; agent: Unit }): Alteration<PulumiStore> {
  return showing({
    item: (item) => {
      item.created = counted(item.created, "milliseconds", units.created);
      item.lastSeen = counted(item.lastSeen, "seconds", units.pool);
      item.lastDeployment = counted(item.lastDeployment, "seconds", units.pool);
    },
    details: (details) => {
      details.created = counted(details.created, "milliseconds", units.created);
      for (const agent of details.agents as Record<string, unknown>[]) {
        agent.lastSeen = counted(agent.lastSeen, "milliseconds", units.agent);
      }
    },
  });
}

const markings = { absent: undefined, null: null, zero: 0 } as const;

/** Marks moments that never were; undefined is left out. */
export function marking(seen: keyof typeof markings, deployment: keyof typeof markings): Alteration<PulumiStore> {
  return showing({
    item: (item, pool) => {
      if (!pool?.lastSeenAt) item.lastSeen = markings[seen];
      if (!pool?.lastDeploymentAt) item.lastDeployment = markings[deployment];
    },
  });
}

export const momentVariants: readonly Variant<PulumiStore>[] = [
  {
    id: "counts-in-seconds",
    difference: "counts every moment in seconds; the page names no unit.",
    alteration: counting({ created: "seconds", pool: "seconds", agent: "seconds" }),
  },
  {
    id: "counts-in-milliseconds",
    difference: "counts every moment in milliseconds; the page names no unit.",
    alteration: counting({ created: "milliseconds", pool: "milliseconds", agent: "milliseconds" }),
  },
  {
    id: "counts-the-other-way-round",
    difference: "counts in seconds what the samples have in milliseconds, and the reverse.",
    alteration: counting({ created: "seconds", pool: "milliseconds", agent: "seconds" }),
  },
  {
    id: "leaves-out-moments-that-never-were",
    difference: "leaves lastSeen and lastDeployment out where there was neither.",
    alteration: marking("absent", "absent"),
  },
  {
    id: "marks-moments-that-never-were-by-null",
    difference: "lists null for lastSeen and lastDeployment where there was neither.",
    alteration: marking("null", "null"),
  },
  {
    id: "marks-moments-that-never-were-by-zero",
    difference: "lists 0 for lastSeen and lastDeployment where there was neither.",
    alteration: marking("zero", "zero"),
  },
  {
    id: "marks-moments-that-never-were-by-both",
    difference: "lists null for lastSeen and 0 for lastDeployment, in milliseconds otherwise.",
    alteration: combine(
      marking("null", "zero"),
      counting({ created: "milliseconds", pool: "milliseconds", agent: "seconds" }),
    ),
  },
];
