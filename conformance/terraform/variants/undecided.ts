/** Beginnings of the ids of checks that cannot come to a verdict where something is not there. */

export const onPagesOfAgents = [
  "terraform/listAgents/walks-every-page",
  "terraform/listAgents/counts-its-pages",
  "terraform/listAgents/gives-the-page-asked-for",
  "terraform/listAgents/links-its-pages",
  "terraform/listAgents/answers-past-the-end",
  "terraform/listAgents/takes-raw-brackets",
];

export const onPings = ["terraform/listAgents/filters-", "terraform/listAgents/takes-offset-from-utc"];

export const onAgents = [
  ...onPagesOfAgents,
  ...onPings,
  "terraform/listAgents/answers-as-documented",
  "terraform/listAgents/lists-every-agent",
  "terraform/listAgents/lists-no-other-agents",
  "terraform/showAgent/",
  "terraform/deleteAgent/",
];

/** A refusal has a deletion as its control. */
export const onDeletableAgents = [
  "terraform/deleteAgent/answers-as-documented",
  "terraform/deleteAgent/refuses-busy-agent",
  "terraform/deleteAgent/refuses-idle-agent",
  "terraform/deleteAgent/deletes-agent-everywhere",
];

/** An agent that is named as busy may be idle when it is looked at, and the other way round. */
export const onAgentsAtWork = ["terraform/deleteAgent/refuses-busy-agent", "terraform/deleteAgent/refuses-idle-agent"];

export const onSeveralPools = [
  "terraform/listAgentPools/walks-every-page",
  "terraform/listAgentPools/counts-its-pages",
  "terraform/listAgentPools/gives-the-page-asked-for",
  "terraform/listAgentPools/links-its-pages",
  "terraform/listAgentPools/answers-past-the-end",
  "terraform/listAgentPools/takes-raw-brackets",
  "terraform/listAgentPools/sorts-by-",
  "terraform/createAgentPool/keeps-pools-apart",
  "terraform/createAgentPool/refuses-taken-name",
  "terraform/createAgentPool/tells-names-by-case",
  "terraform/createAgentPool/takes-name-of-other-organization",
  "terraform/updateAgentPool/changes-only-that-pool",
  "terraform/updateAgentPool/refuses-taken-name",
  "terraform/deleteAgentPool/deletes-only-that-pool",
];

/** Hardly any check looks at a pool that it has not made. */
export const onPoolsOfItsOwn = [
  "terraform/listAgentPools/",
  "terraform/createAgentPool/",
  "terraform/showAgentPool/",
  "terraform/updateAgentPool/",
  "terraform/deleteAgentPool/",
  "terraform/listAgents/lists-no-other-agents",
  "terraform/listAgents/refuses-unknown-agent-pool-id",
];
