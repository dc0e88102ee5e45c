import type { Derivation } from "../derived/derivation.ts";
import type { SuiteDescription } from "../suite-description.ts";
import { decides } from "./decides.ts";
import { asks, fixtureNames, kinds } from "./fixtures.ts";

const derivation = {
  decides,
  unknownIds: { id: "999999999" },
  oddValues: { listRunnerPods: { limit: "-1", offset: "-1" } },
  samples: {},
  refusals: {},
  lists: { listRunnerPods: { style: "offset", items: "/pods", id: "/key", total: "/total" } },
  controls: {},
  witnesses: {},
  limits: {},
  absent: {},
  dataMembers: ["runners", "runner", "pods"],
  items: {
    listRunners: { pointer: "/runners", kind: "runners" },
    listAvailableRunners: { pointer: "/runners", kind: "runners" },
    listRunnerPods: { pointer: "/pods", kind: "pods" },
  },
} as const satisfies Omit<Derivation, "api" | "bundle">;

export const agentsmeshSuite: SuiteDescription = {
  api: "agentsmesh",
  probe: { operationId: "listRunners", ask: () => ({}) },
  asks,
  creates: {},
  kinds,
  fixtures: fixtureNames,
  derivation,
  checks: [],
};
