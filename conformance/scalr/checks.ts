import { closesEnvironmentPool } from "./create-agent-pool/closes-environment-pool.ts";
import { createsAtAccountScope } from "./create-agent-pool/creates-at-account-scope.ts";
import { createsAtEnvironmentScope } from "./create-agent-pool/creates-at-environment-scope.ts";
import { includesOnCreation } from "./create-agent-pool/includes-what-is-asked.ts";
import { keepsOddName } from "./create-agent-pool/keeps-odd-name.ts";
import { createsWithWorkspaces } from "./create-agent-pool/links-workspaces.ts";
import { opensAccountPool } from "./create-agent-pool/opens-account-pool.ts";
import { refusesOrDefaultsScope } from "./create-agent-pool/refuses-or-defaults-scope.ts";
import { refusesTakenName } from "./create-agent-pool/refuses-taken-name.ts";
import { refusesUnknownRelated } from "./create-agent-pool/refuses-unknown-related.ts";
import { takesOrIgnoresId } from "./create-agent-pool/takes-or-ignores-id.ts";
import { deletesIdlePool } from "./delete-agent-pool/deletes-idle-pool.ts";
import { deletesOnlyThatPool } from "./delete-agent-pool/deletes-only-that-pool.ts";
import { freesTheName } from "./delete-agent-pool/frees-the-name.ts";
import { freesWorkspaces } from "./delete-agent-pool/frees-workspaces.ts";
import { agreesWithList } from "./get-agent-pool/agrees-with-list.ts";
import { includesOnGet } from "./get-agent-pool/includes-what-is-asked.ts";
import { namesItsAgents } from "./get-agent-pool/names-its-agents.ts";
import { showsThatPool } from "./get-agent-pool/shows-that-pool.ts";
import { answersEmptyList } from "./list-agent-pools/answers-empty-list.ts";
import { combinesFilters } from "./list-agent-pools/combines-filters.ts";
import { filtersByAccount } from "./list-agent-pools/filters-by-account.ts";
import { filtersByAgentPool } from "./list-agent-pools/filters-by-agent-pool.ts";
import { filtersByEnvironment } from "./list-agent-pools/filters-by-environment.ts";
import { filtersByName } from "./list-agent-pools/filters-by-name.ts";
import { hidesForeignPool } from "./list-agent-pools/hides-foreign-pool.ts";
import { hidesPoolsFromOtherToken } from "./list-agent-pools/hides-pools-from-other-token.ts";
import { includesOnList } from "./list-agent-pools/includes-what-is-asked.ts";
import { listsEveryPoolOnce } from "./list-agent-pools/lists-every-pool-once.ts";
import { pagesWhatIsFiltered } from "./list-agent-pools/pages-what-is-filtered.ts";
import { refusesOtherSchemes } from "./list-agent-pools/refuses-other-schemes.ts";
import { refusesLimitedToken, refusesOtherToken } from "./other-users.ts";
import { createRefusesBroken, updateRefusesBroken } from "./refuses-broken-linkage.ts";
import { refusesForeignPool } from "./refuses-foreign-pool.ts";
import { createRefusesOtherNames, updateRefusesOtherNames } from "./refuses-name-of-another-type.ts";
import { changesName } from "./update-agent-pool/changes-name.ts";
import { changesOnlyThatPool } from "./update-agent-pool/changes-only-that-pool.ts";
import { includesOnUpdate } from "./update-agent-pool/includes-what-is-asked.ts";
import { keepsTheRest } from "./update-agent-pool/keeps-the-rest.ts";
import { linksWorkspaces } from "./update-agent-pool/links-workspaces.ts";
import { movesOrRefusesEnvironment } from "./update-agent-pool/moves-or-refuses-environment.ts";
import { passesWorkspacesOn } from "./update-agent-pool/passes-workspaces-on.ts";
import { refusesTakenNameOnUpdate } from "./update-agent-pool/refuses-taken-name.ts";
import { refusesUnknownRelatedOnUpdate } from "./update-agent-pool/refuses-unknown-related.ts";
import { replacesWorkspaces } from "./update-agent-pool/replaces-workspaces.ts";
import { takesDocumentWithoutId } from "./update-agent-pool/takes-document-without-id.ts";
import { takesOwnName } from "./update-agent-pool/takes-own-name.ts";
import { takesOwnScope } from "./update-agent-pool/takes-own-scope.ts";

/** Checks of this API that are written by hand, by operation. */
export const scalrChecks = [
  listsEveryPoolOnce,
  answersEmptyList,
  filtersByAgentPool,
  filtersByName,
  filtersByAccount,
  filtersByEnvironment,
  combinesFilters,
  pagesWhatIsFiltered,
  includesOnList,
  refusesOtherSchemes,
  hidesForeignPool,
  hidesPoolsFromOtherToken,

  createsAtEnvironmentScope,
  createsAtAccountScope,
  refusesOrDefaultsScope,
  takesOrIgnoresId,
  keepsOddName,
  refusesTakenName,
  createsWithWorkspaces,
  opensAccountPool,
  closesEnvironmentPool,
  includesOnCreation,
  createRefusesOtherNames,
  createRefusesBroken("account"),
  createRefusesBroken("workspaces"),
  refusesUnknownRelated,
  refusesOtherToken("createAgentPool"),
  refusesLimitedToken("createAgentPool"),

  deletesOnlyThatPool,
  freesTheName,
  freesWorkspaces,
  deletesIdlePool,
  refusesForeignPool("deleteAgentPool"),
  refusesOtherToken("deleteAgentPool"),
  refusesLimitedToken("deleteAgentPool"),

  showsThatPool,
  agreesWithList,
  namesItsAgents,
  includesOnGet,
  refusesForeignPool("getAgentPool"),
  refusesOtherToken("getAgentPool"),

  changesName,
  keepsTheRest,
  changesOnlyThatPool,
  takesDocumentWithoutId,
  takesOwnName,
  refusesTakenNameOnUpdate,
  takesOwnScope,
  movesOrRefusesEnvironment,
  linksWorkspaces,
  replacesWorkspaces,
  passesWorkspacesOn,
  includesOnUpdate,
  updateRefusesOtherNames,
  updateRefusesBroken("account"),
  updateRefusesBroken("environment"),
  updateRefusesBroken("workspaces"),
  refusesUnknownRelatedOnUpdate,
  refusesForeignPool("updateAgentPool"),
  refusesOtherToken("updateAgentPool"),
  refusesLimitedToken("updateAgentPool"),
] as const;
