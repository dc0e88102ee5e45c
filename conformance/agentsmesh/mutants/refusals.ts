import type { AgentsmeshRequirementId } from "../../../generated/agentsmesh/requirements.ts";
import type { AgentsMeshStore } from "../../../src/reference/agentsmesh/store.ts";
import { operation, reply, responding } from "../../proof/alterations.ts";
import type { Mutant } from "../../proof/mutant.ts";
import { askAsOther, isForeign } from "./other-organization.ts";

const emptyPage = { pods: [], total: 0, limit: 50, offset: 0 };

export const refusalsMutants: readonly Mutant<AgentsMeshStore, AgentsmeshRequirementId>[] = [
  {
    id: "lists-no-pods-on-a-runner-that-does-not-exist",
    family: "refusals",
    requirement: "list-runner-pods.unknown-runner",
    fault: "answers an empty page for a runner that does not exist.",
    alteration: operation("listRunnerPods", (asked, sound) => {
      const outcome = sound(asked);
      return outcome.status === 404 ? { status: 200, body: emptyPage } : outcome;
    }),
  },
  {
    id: "shows-null-for-a-runner-that-does-not-exist",
    family: "refusals",
    requirement: "get-runner.unknown-runner",
    fault: "answers 200 and null for a runner that does not exist.",
    alteration: operation("getRunner", (asked, sound) => {
      const outcome = sound(asked);
      return outcome.status === 404 ? { status: 200, body: { runner: null } } : outcome;
    }),
  },
  {
    id: "fails-on-the-pods-of-a-runner-that-does-not-exist",
    family: "refusals",
    requirement: "list-runner-pods.unknown-runner",
    fault: "answers 500 for the pods of a runner that does not exist.",
    alteration: operation<AgentsMeshStore>("listRunnerPods", (asked, sound, { runners }) => {
      const outcome = sound(asked);
      if (outcome.status !== 404 || runners.has(Number(asked.params.id))) return outcome;
      throw new TypeError("Cannot read properties of undefined");
    }),
  },
  {
    id: "knows-connected-runners-only",
    family: "refusals",
    requirement: "get-runner.success",
    fault: "answers 404 for a runner that is offline, as it looks among its connections.",
    alteration: operation<AgentsMeshStore>("getRunner", (asked, sound, { runners }) => {
      const isOffline = runners.get(Number(asked.params.id))?.status === "offline";
      return sound(isOffline ? { ...asked, params: { id: "0" } } : asked);
    }),
  },
  {
    id: "shows-runners-of-other-organizations",
    family: "refusals",
    requirement: "get-runner.foreign-runner",
    fault: "finds a runner by its id alone, so that another organization's is shown as well.",
    alteration: operation<AgentsMeshStore>("getRunner", (asked, sound, store) =>
      sound(asked).status === 403 && isForeign(asked, store) ? askAsOther(asked, sound) : sound(asked),
    ),
  },
  {
    id: "shows-a-foreign-runner-while-refusing-it",
    family: "refusals",
    requirement: "get-runner.foreign-runner",
    fault: "refuses to show the runner of another organization, and adds it to the refusal.",
    alteration: operation<AgentsMeshStore>("getRunner", (asked, sound, store) => {
      const refusal = sound(asked);
      const shown = isForeign(asked, store) ? askAsOther(asked, sound) : refusal;
      if (refusal.status !== 403 || !("body" in shown)) return refusal;
      return { status: 403, body: { error: "Access denied", code: "ACCESS_DENIED", ...(shown.body as object) } };
    }),
  },
  {
    id: "counts-the-pods-on-foreign-runners",
    family: "refusals",
    requirement: "list-runner-pods.foreign-runner",
    fault: "answers 200 for the runner of another organization, without its pods but with their number.",
    alteration: operation<AgentsMeshStore>("listRunnerPods", (asked, sound, store) => {
      const refusal = sound(asked);
      if (refusal.status !== 403 || !isForeign(asked, store)) return refusal;
      const total = store.pods.filter(({ runnerId }) => runnerId === Number(asked.params.id)).length;
      return { status: 200, body: { ...emptyPage, total } };
    }),
  },
  {
    id: "lists-pods-on-foreign-runners-by-their-status",
    family: "refusals",
    requirement: "list-runner-pods.foreign-runner",
    fault: "looks for pods of a status by another query, which does not ask whose the runner is.",
    alteration: operation<AgentsMeshStore>("listRunnerPods", (asked, sound, store) =>
      asked.query.has("status") && sound(asked).status === 403 && isForeign(asked, store)
        ? askAsOther(asked, sound)
        : sound(asked),
    ),
  },
  {
    id: "explains-refusals-as-lists",
    family: "refusals",
    requirement: "error",
    fault: "lists in error why it refused a request.",
    alteration: responding(
      ({ status }) => status >= 400,
      (response, text) => {
        const { error, ...rest } = JSON.parse(text);
        return reply(response, JSON.stringify({ error: [error], ...rest }));
      },
    ),
  },
  {
    id: "explains-refusals-in-html",
    family: "refusals",
    requirement: "api.error-media-type",
    fault: "answers 404 with a page for people.",
    alteration: responding(
      ({ status }) => status === 404,
      (response) =>
        reply(response, "<!doctype html><title>Not found</title>", { headers: { "Content-Type": "text/html" } }),
    ),
  },
];
