import type { Derivation } from "../derived/derivation.ts";
import type { SuiteDescription } from "../suite-description.ts";
import { addsOnePool } from "./create-agent-pool/adds-one-pool.ts";
import { givesOwnIdAndToken } from "./create-agent-pool/gives-own-id-and-token.ts";
import { keepsAnyText as keepsAnyTextCreated } from "./create-agent-pool/keeps-any-text.ts";
import { showsTokenOnce } from "./create-agent-pool/shows-token-once.ts";
import { takesNameAlone } from "./create-agent-pool/takes-name-alone.ts";
import { decides } from "./decides.ts";
import { deletesOnlyThatPool } from "./delete-agent-pool/deletes-only-that-pool.ts";
import { asks, fixtureNames, kinds, own, sights, tokenProbes, witnesses } from "./fixtures.ts";
import { showsThatPool } from "./get-agent-pool/shows-that-pool.ts";
import { tellsMoments } from "./get-agent-pool/tells-moments.ts";
import { agreesWithGet } from "./list-agent-pools/agrees-with-get.ts";
import { listsEveryPoolOnce } from "./list-agent-pools/lists-every-pool-once.ts";
import { listsNoForeignPool } from "./list-agent-pools/lists-no-foreign-pool.ts";
import { refusesOtherSchemes } from "./list-agent-pools/refuses-other-schemes.ts";
import { takesNewerAccept } from "./list-agent-pools/takes-newer-accept.ts";
import { tellsMoments as tellsListedMoments } from "./list-agent-pools/tells-moments.ts";
import { refusesForeignOrganization } from "./refuses-foreign-organization.ts";
import { refusesForeignPool } from "./refuses-foreign-pool.ts";
import { refusesOddIds } from "./refuses-odd-ids.ts";
import { refusesLimitedToken, refusesOtherToken } from "./refuses-user.ts";
import { createSurvivesOddBodies, updateSurvivesOddBodies } from "./survives-odd-bodies.ts";
import { answersNewValues } from "./update-agent-pool/answers-new-values.ts";
import { changesOnlyThatPool } from "./update-agent-pool/changes-only-that-pool.ts";
import { keepsAnyText as keepsAnyTextChanged } from "./update-agent-pool/keeps-any-text.ts";
import { keepsIdAndCreated } from "./update-agent-pool/keeps-id-and-created.ts";
import { keepsTheRest } from "./update-agent-pool/keeps-the-rest.ts";
import { refusesDeletedPool } from "./update-agent-pool/refuses-deleted-pool.ts";

/** The page's samples label a body that is not there. */
const sampleHeaders = {
  title: "serve the sample's request, which labels a body that it has not",
  headers: { "Content-Type": "application/json" },
} as const;

const derivation = {
  decides,
  unauthorizedStatuses: [401],
  unknownIds: { organization: "poolproof-no-such-organization", poolId: "00000000-0000-4000-8000-000000000000" },
  // An id of another form may be refused for its form.
  unknownIdStatuses: { organization: [404, 403], poolId: [404, 400, 422] },
  oddValues: {},
  otherHeaders: {
    listAgentPools: { "takes-sample-headers": sampleHeaders },
    getAgentPool: { "takes-sample-headers": sampleHeaders },
    deleteAgentPool: { "takes-sample-headers": sampleHeaders },
  },
  samples: {},
  refusals: {},
  lists: {},
  controls: {},
  consumed: {},
  witnesses,
  absent: {},
  sent: [
    ["/name", "/name"],
    ["/description", "/description"],
  ],
  refusalRows: { always: ["errors.no-server-error"] },
  dataMembers: ["agentPools", "agents", "tokenValue"],
  items: {
    listAgentPools: { pointer: "/agentPools", kind: "pools" },
    getAgentPool: { pointer: "/agents", kind: "agents", fixture: "poolWithAgents" },
  },
} as const satisfies Omit<Derivation, "api" | "bundle" | "own">;

export const pulumiSuite: SuiteDescription = {
  api: "pulumi",
  probe: { operationId: "listAgentPools", ask: ({ organization = "" }) => ({ path: { organization } }) },
  tokenProbes,
  asks,
  own,
  kinds,
  fixtures: fixtureNames,
  sights,
  limits: {},
  derivation,
  checks: [
    addsOnePool,
    givesOwnIdAndToken,
    takesNameAlone,
    keepsAnyTextCreated,
    showsTokenOnce,
    createSurvivesOddBodies,
    refusesForeignOrganization("createAgentPool"),
    refusesOtherToken("createAgentPool"),
    refusesLimitedToken("createAgentPool"),
    changesOnlyThatPool,
    answersNewValues,
    keepsTheRest,
    keepsIdAndCreated,
    keepsAnyTextChanged,
    refusesDeletedPool,
    updateSurvivesOddBodies,
    refusesOddIds("updateAgentPool"),
    refusesForeignPool("updateAgentPool"),
    refusesOtherToken("updateAgentPool"),
    refusesLimitedToken("updateAgentPool"),
    deletesOnlyThatPool,
    refusesOddIds("deleteAgentPool"),
    refusesForeignPool("deleteAgentPool"),
    refusesOtherToken("deleteAgentPool"),
    refusesLimitedToken("deleteAgentPool"),
    showsThatPool,
    refusesOddIds("getAgentPool"),
    tellsMoments,
    refusesForeignPool("getAgentPool"),
    refusesOtherToken("getAgentPool"),
    listsEveryPoolOnce,
    listsNoForeignPool,
    agreesWithGet,
    tellsListedMoments,
    takesNewerAccept,
    refusesOtherSchemes,
    refusesForeignOrganization("listAgentPools"),
    refusesOtherToken("listAgentPools"),
  ],
};
