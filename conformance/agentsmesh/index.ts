import type { Derivation } from "../derived/derivation.ts";
import type { SuiteDescription } from "../suite-description.ts";
import { decides } from "./decides.ts";
import { asks, fixtureNames, kinds, sights } from "./fixtures.ts";
import { agreesWithList as runnerAgreesWithList } from "./get-runner/agrees-with-list.ts";
import { explainsRefusals } from "./get-runner/explains-refusals.ts";
import { refusesOddIds } from "./get-runner/refuses-odd-ids.ts";
import { hidesFromOtherToken } from "./hides-from-other-token.ts";
import { agreesWithList as availableAgreesWithList } from "./list-available-runners/agrees-with-list.ts";
import { hasOwnRoute } from "./list-available-runners/has-own-route.ts";
import { listsAllWithRoom } from "./list-available-runners/lists-all-with-room.ts";
import { listsOnlyOnline } from "./list-available-runners/lists-only-online.ts";
import { copesWithLimitZero } from "./list-runner-pods/copes-with-limit-zero.ts";
import { cutsPagesAsAsked } from "./list-runner-pods/cuts-pages-as-asked.ts";
import { endsAfterTheLastPod } from "./list-runner-pods/ends-after-the-last-pod.ts";
import { filtersByStatus } from "./list-runner-pods/filters-by-status.ts";
import { fitsThePodCount } from "./list-runner-pods/fits-the-pod-count.ts";
import { listsEveryStatus } from "./list-runner-pods/lists-every-status.ts";
import { listsNothingForUnknownStatus } from "./list-runner-pods/lists-nothing-for-unknown-status.ts";
import { listsOwnPods } from "./list-runner-pods/lists-own-pods.ts";
import { pagesWithinAStatus } from "./list-runner-pods/pages-within-a-status.ts";
import { refusesOddNumbers } from "./list-runner-pods/refuses-odd-numbers.ts";
import { survivesOddQueries } from "./list-runner-pods/survives-odd-queries.ts";
import { takesDefaults } from "./list-runner-pods/takes-defaults.ts";
import { tellsPodsAlike } from "./list-runner-pods/tells-pods-alike.ts";
import { tellsTheLimitInForce } from "./list-runner-pods/tells-the-limit-in-force.ts";
import { listsEveryRunner } from "./list-runners/lists-every-runner.ts";
import { listsNoForeignRunner } from "./lists-no-foreign-runner.ts";
import { refusesBadKey } from "./refuses-bad-key.ts";
import { refusesForeignRunner } from "./refuses-foreign-runner.ts";
import { refusesMissingScope } from "./refuses-missing-scope.ts";

const derivation = {
  decides,
  unauthorizedStatuses: [401],
  unknownIds: { id: "999999999" },
  unknownIdStatuses: { id: [404, 403] },
  oddValues: { listRunnerPods: { limit: "-1", offset: "-1" } },
  otherHeaders: {},
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
  // A key of another organization, or without the scope, may be told of that by this operation only.
  tokenProbes: () => [{ operationId: "listAvailableRunners", ask: {} }],
  asks,
  own: undefined,
  kinds,
  fixtures: fixtureNames,
  sights,
  fixtureForm: /^\d+$/,
  // It may well be one of the others.
  mayCoincide: ["unavailableRunner"],
  limits: {},
  derivation,
  checks: [
    listsEveryRunner,
    listsNoForeignRunner("listRunners"),
    hidesFromOtherToken("listRunners"),
    refusesBadKey("listRunners"),
    refusesMissingScope("listRunners"),
    runnerAgreesWithList,
    refusesOddIds,
    explainsRefusals,
    refusesForeignRunner("getRunner"),
    hidesFromOtherToken("getRunner"),
    refusesBadKey("getRunner"),
    refusesMissingScope("getRunner"),
    hasOwnRoute,
    listsOnlyOnline,
    availableAgreesWithList,
    listsAllWithRoom,
    listsNoForeignRunner("listAvailableRunners"),
    hidesFromOtherToken("listAvailableRunners"),
    refusesBadKey("listAvailableRunners"),
    refusesMissingScope("listAvailableRunners"),
    listsOwnPods,
    listsEveryStatus,
    filtersByStatus,
    listsNothingForUnknownStatus,
    pagesWithinAStatus,
    cutsPagesAsAsked,
    takesDefaults,
    endsAfterTheLastPod,
    tellsTheLimitInForce,
    copesWithLimitZero,
    refusesOddNumbers,
    survivesOddQueries,
    tellsPodsAlike,
    fitsThePodCount,
    refusesForeignRunner("listRunnerPods"),
    hidesFromOtherToken("listRunnerPods"),
    refusesBadKey("listRunnerPods"),
    refusesMissingScope("listRunnerPods"),
  ],
};
