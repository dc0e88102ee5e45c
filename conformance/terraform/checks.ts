import type { Check } from "../kit/check.ts";
import { addsOnePool } from "./create-agent-pool/adds-one-pool.ts";
import { holdsOnePoolOrMany } from "./create-agent-pool/holds-one-pool-or-many.ts";
import { keepsPoolWhoseIdIsSent } from "./create-agent-pool/keeps-pool-whose-id-is-sent.ts";
import { keepsPoolsApart } from "./create-agent-pool/keeps-pools-apart.ts";
import { refusesTakenName as createsUnderNoTakenName } from "./create-agent-pool/refuses-taken-name.ts";
import { takesFreedName } from "./create-agent-pool/takes-freed-name.ts";
import { takesNameOfOtherOrganization } from "./create-agent-pool/takes-name-of-other-organization.ts";
import { tellsNamesByCase } from "./create-agent-pool/tells-names-by-case.ts";
import { deletesAgentEverywhere } from "./delete-agent/deletes-agent-everywhere.ts";
import { keepsAgentsAtWork } from "./delete-agent/keeps-agents-at-work.ts";
import { deletesOnlyThatPool } from "./delete-agent-pool/deletes-only-that-pool.ts";
import { deletesPoolEverywhere } from "./delete-agent-pool/deletes-pool-everywhere.ts";
import { changesNoMomentOfCreation, createsAtItsOwnMoment } from "./keeps-moment-of-creation.ts";
import { listsEveryPool } from "./list-agent-pools/lists-every-pool.ts";
import { listsNoForeignPool } from "./list-agent-pools/lists-no-foreign-pool.ts";
import { filtersByLastPing } from "./list-agents/filters-by-last-ping.ts";
import { filtersEveryPage } from "./list-agents/filters-every-page.ts";
import { filtersOnTheMoment } from "./list-agents/filters-on-the-moment.ts";
import { listsEveryAgent } from "./list-agents/lists-every-agent.ts";
import { listsNoOtherAgents } from "./list-agents/lists-no-other-agents.ts";
import { takesOffsetFromUtc } from "./list-agents/takes-offset-from-utc.ts";
import {
  refusesToCreateInForeignOrganization,
  refusesToListForeignOrganization,
} from "./refuses-foreign-organization.ts";
import { refusesForeignPool } from "./refuses-foreign-pool.ts";
import { changesByNoOddBody, createsFromNoOddBody } from "./refuses-odd-bodies.ts";
import { changesToNoOtherCharacters, createsWithoutOtherCharacters } from "./refuses-other-characters.ts";
import { refusesSimilarId } from "./refuses-similar-id.ts";
import { refusesLimitedToken, refusesOtherToken } from "./refuses-user.ts";
import { agentAgreesWithList } from "./show-agent/agrees-with-list.ts";
import { poolAgreesWithList } from "./show-agent-pool/agrees-with-list.ts";
import { changesToLongName, createsFromLongName } from "./survives-long-name.ts";
import { changesToAllowedCharacters, createsWithAllowedCharacters } from "./takes-allowed-characters.ts";
import { changesNameEverywhere } from "./update-agent-pool/changes-name-everywhere.ts";
import { changesOnlyThatPool } from "./update-agent-pool/changes-only-that-pool.ts";
import { keepsNameLeftOut } from "./update-agent-pool/keeps-name-left-out.ts";
import { refusesTakenName as changesToNoTakenName } from "./update-agent-pool/refuses-taken-name.ts";
import { takesBodyWithoutId } from "./update-agent-pool/takes-body-without-id.ts";
import { takesOwnName } from "./update-agent-pool/takes-own-name.ts";

/** Checks written for this page alone, in the order of its operations. What uses agents up comes last. */
export const checks: readonly Omit<Check, "level">[] = [
  listsEveryPool,
  listsNoForeignPool,
  refusesToListForeignOrganization,
  refusesOtherToken("listAgentPools"),
  refusesSimilarId("listAgentPools"),

  listsEveryAgent,
  listsNoOtherAgents,
  filtersByLastPing,
  filtersEveryPage,
  filtersOnTheMoment,
  takesOffsetFromUtc,
  refusesForeignPool("listAgents"),
  refusesOtherToken("listAgents"),
  refusesSimilarId("listAgents"),

  poolAgreesWithList,
  refusesForeignPool("showAgentPool"),
  refusesOtherToken("showAgentPool"),
  refusesSimilarId("showAgentPool"),

  agentAgreesWithList,
  refusesOtherToken("showAgent"),
  refusesSimilarId("showAgent"),

  addsOnePool,
  keepsPoolsApart,
  keepsPoolWhoseIdIsSent,
  holdsOnePoolOrMany,
  createsWithAllowedCharacters,
  createsWithoutOtherCharacters,
  createsFromLongName,
  createsFromNoOddBody,
  createsUnderNoTakenName,
  tellsNamesByCase,
  takesFreedName,
  takesNameOfOtherOrganization,
  createsAtItsOwnMoment,
  refusesToCreateInForeignOrganization,
  refusesOtherToken("createAgentPool"),
  refusesLimitedToken("createAgentPool"),

  changesNameEverywhere,
  keepsNameLeftOut,
  takesOwnName,
  takesBodyWithoutId,
  changesOnlyThatPool,
  changesToAllowedCharacters,
  changesToNoOtherCharacters,
  changesToLongName,
  changesByNoOddBody,
  changesToNoTakenName,
  changesNoMomentOfCreation,
  refusesForeignPool("updateAgentPool"),
  refusesOtherToken("updateAgentPool"),
  refusesLimitedToken("updateAgentPool"),

  deletesPoolEverywhere,
  deletesOnlyThatPool,
  refusesForeignPool("deleteAgentPool"),
  refusesOtherToken("deleteAgentPool"),
  refusesLimitedToken("deleteAgentPool"),

  keepsAgentsAtWork,
  refusesOtherToken("deleteAgent"),
  refusesLimitedToken("deleteAgent"),
  deletesAgentEverywhere,
];
