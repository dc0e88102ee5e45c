import type { Asked, Hostility, Want } from "./hostility.ts";

/** Where a server is hostile, and which checks meet it there. */
export type Setting = Pick<Hostility, "api" | "spoils" | "only">;

/** At one operation of four that are sound: the run gets past the preflight, and has others to compare with. */
export const atPods: Setting = {
  api: "agentsmesh",
  spoils: ({ path }) => /^\/runners\/\d+\/pods$/.test(path),
  only: ["agentsmesh/listRunnerPods/answers-as-documented", "agentsmesh/getRunner/answers-as-documented"],
};

/** The same for all that is checked of that operation. */
export const atEveryPodCheck: Setting = { ...atPods, only: ["agentsmesh/listRunnerPods/"] };

/** At each and every request. */
export const everywhere: Setting = { ...atPods, spoils: () => true };

export const atEveryRunnerCheck: Setting = { api: "agentsmesh", spoils: () => true, only: [] };

const isListOfPools = ({ method, path }: Asked) =>
  method === "GET" && /^\/organizations\/[^/]+\/agent-pools$/.test(path);

/** At a list that links its pages. */
export const atLinkedPages: Setting = {
  api: "terraform",
  spoils: isListOfPools,
  only: [
    "terraform/listAgentPools/answers",
    "terraform/listAgentPools/walks-every-page",
    "terraform/listAgentPools/counts-its-pages",
    "terraform/listAgentPools/links-its-pages",
    "terraform/listAgentPools/gives-the-page-asked-for",
  ],
};

/** At whatever creates a pool. */
export const atCreations: Setting = {
  api: "pulumi",
  spoils: ({ method, path }) => method === "POST" && path.endsWith("/agent-pools"),
  only: ["pulumi/createAgentPool/", "pulumi/deleteAgentPool/"],
};

/** At whatever shows one pool. */
export const atShownPools: Setting = {
  api: "pulumi",
  spoils: ({ method, path }) => method === "GET" && /\/agent-pools\/[^/]+$/.test(path),
  only: ["pulumi/getAgentPool/", "pulumi/createAgentPool/keeps"],
};

/** One hostility at one operation, and at all of them: there the run must not even begin. */
export function hereAndEverywhere(
  row: Pick<Hostility, "name" | "does" | "plays" | "timeoutMs">,
  { here, all }: { readonly here: Want; readonly all: RegExp },
): readonly Hostility[] {
  return [
    { ...atPods, ...row, want: here },
    {
      ...everywhere,
      ...row,
      name: `${row.name}-everywhere`,
      does: `${row.does}, whatever it is asked`,
      want: { code: 2, says: all },
    },
  ];
}
