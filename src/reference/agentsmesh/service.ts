import type { Problem } from "../../apis/api.ts";
import type { Asked, Outcome, Service, Surroundings } from "../service.ts";
import { listedPod, listedRunner, runnerDocument } from "./documents.ts";
import { agentsmeshTokens, refuseKey } from "./keys.ts";
import type { AgentsMeshStore, Pod, Runner } from "./store.ts";

export { agentsmeshTokens } from "./keys.ts";

/** The page gives the default; that there is a largest limit, and which, is this server's own choice. */
const paging = { defaultLimit: 50, largestLimit: 100 } as const;

/** Statuses in which a pod takes up room. The page leaves open which pods count. */
const liveStatuses: ReadonlySet<Pod["status"]> = new Set(["running", "initializing", "paused", "disconnected"]);

/** Runners of AgentsMesh and the pods on them, as its page documents them; errors as the live service has them. */
export function createAgentsMeshService(_: Surroundings, store: AgentsMeshStore): Service {
  return {
    identify: (token) => (Object.hasOwn(agentsmeshTokens, token) ? agentsmeshTokens[token] : undefined),
    operations: {
      listRunners: withKey((asked) => list(runnersOf(asked))),
      getRunner: onRunner((_, runner) => ({ status: 200, body: { runner: document(runner) } })),
      listAvailableRunners: withKey((asked) => list(runnersOf(asked).filter(isAvailable))),
      listRunnerPods: onRunner(({ query }, runner) => {
        const status = query.get("status");
        const pods = store.pods.filter(
          (pod) => pod.runnerId === runner.id && (status === null || pod.status === status),
        );
        const limit = Math.min(Number(query.get("limit")) || paging.defaultLimit, paging.largestLimit);
        const offset = Number(query.get("offset"));
        const page = pods.toSorted(byNewest).slice(offset, offset + limit);
        return { status: 200, body: { pods: page.map((pod) => listedPod(pod)), total: pods.length, limit, offset } };
      }),
    },
  };

  /** The key has to be in force, to have the scope, and to be of the organization whose short name is in the URL. */
  function withKey(answer: (asked: Asked) => Outcome) {
    return (asked: Asked): Outcome => {
      const refusal = refuseKey(asked.identity);
      if (refusal) return refusal;
      const slug = slugIn(asked.baseUrl);
      return slug === undefined || asked.identity.memberOf.includes(slug) ? answer(asked) : accessDenied;
    };
  }

  function onRunner(answer: (asked: Asked, runner: Runner) => Outcome) {
    return withKey((asked) => {
      const runner = store.runners.get(Number(asked.params.id));
      if (!runner) return runnerNotFound;
      return isOf(asked, runner) ? answer(asked, runner) : accessDenied;
    });
  }

  function runnersOf(asked: Asked): Runner[] {
    return [...store.runners.values()].filter((runner) => isOf(asked, runner));
  }

  /** "Currently online and available to accept new pods": one that is full is not available. */
  function isAvailable(runner: Runner): boolean {
    return runner.status === "online" && livePodsOn(runner) < runner.maxPods;
  }

  function livePodsOn(runner: Runner): number {
    let count = 0;
    for (const { runnerId, status } of store.pods) if (runnerId === runner.id && liveStatuses.has(status)) count += 1;
    return count;
  }

  function document(runner: Runner) {
    return runnerDocument(runner, livePodsOn(runner));
  }

  function list(runners: readonly Runner[]): Outcome {
    return { status: 200, body: { runners: runners.map((runner) => listedRunner(runner, livePodsOn(runner))) } };
  }
}

const accessDenied: Problem = {
  status: 403,
  title: "access denied",
  detail: "Access denied: this belongs to another organization than the API key.",
};

const runnerNotFound: Problem = { status: 404, title: "resource not found", detail: "There is no such runner." };

/** The short name of the organization; undefined where the API stands at the root, which has none. */
function slugIn(baseUrl: string): string | undefined {
  return /\/orgs\/([^/]+)$/.exec(baseUrl)?.[1];
}

function isOf({ identity }: Asked, { organization }: Runner): boolean {
  return identity.memberOf.includes(organization);
}

function byNewest(a: Pod, b: Pod): number {
  return b.createdAt.getTime() - a.createdAt.getTime();
}
