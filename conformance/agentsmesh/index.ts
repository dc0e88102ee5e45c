import type { Derivation } from "../derived/derivation.ts";
import type { SuiteDescription } from "../suite-description.ts";
import { decides } from "./decides.ts";
import { asks, fixtureNames, kinds } from "./fixtures.ts";
import { listsOnlyOnline } from "./list-available-runners/lists-only-online.ts";
import { filtersByStatus } from "./list-runner-pods/filters-by-status.ts";

const derivation = {
  decides,
  unauthorizedStatuses: [401],
  unknownIds: { id: "999999999" },
  unknownIdStatuses: { id: [404, 403] },
  oddValues: { listRunnerPods: { limit: "-1", offset: "-1" } },
  samples: {},
  refusals: {},
  lists: {
    listRunnerPods: {
      style: "offset",
      items: "/pods",
      id: "/key",
      total: "/total",
      totalRow: "list-runner-pods.total-of-all-pages",
      totalLevel: "MUST",
    },
  },
  controls: {},
  consumed: {},
  witnesses: {},
  absent: {},
  sent: [],
  refusalRows: { always: [] },
  dataMembers: ["runners", "runner", "pods"],
  items: {
    listRunners: { pointer: "/runners", kind: "runners" },
    listAvailableRunners: { pointer: "/runners", kind: "available-runners" },
    listRunnerPods: { pointer: "/pods", kind: "pods", fixture: "runner" },
  },
} as const satisfies Omit<Derivation, "api" | "bundle" | "own">;

export const agentsmeshSuite: SuiteDescription = {
  api: "agentsmesh",
  probe: { operationId: "listRunners", ask: () => ({}) },
  asks,
  own: undefined,
  kinds,
  fixtures: fixtureNames,
  fixtureForm: /^\d+$/,
  limits: {},
  derivation,
  checks: [listsOnlyOnline, filtersByStatus],
};
