import type { AgentsmeshRequirementId } from "../../../generated/agentsmesh/requirements.ts";
import type { AgentsMeshStore } from "../../../src/reference/agentsmesh/store.ts";
import { referenceToken } from "../../../src/reference/reference-data.ts";
import type { Asked, Outcome } from "../../../src/reference/service.ts";
import { type Answerer, operation } from "../../proof/alterations.ts";
import type { Mutant } from "../../proof/mutant.ts";
import { askAs } from "./other-organization.ts";

/** What the organization's key that has the scope is answered, where the key in use is refused for lack of it. */
function withScope(asked: Asked, sound: Answerer): { refusal: Outcome; granted: Outcome } | undefined {
  const refusal = sound(asked);
  const isScopeMissing = "body" in refusal && "required_scopes" in (refusal.body as object);
  return isScopeMissing ? { refusal, granted: askAs(referenceToken, asked, sound) } : undefined;
}

export const scopeMutants: readonly Mutant<AgentsMeshStore, AgentsmeshRequirementId>[] = [
  {
    id: "lists-pods-without-asking-for-the-scope",
    family: "authentication",
    requirement: "list-runner-pods.scope",
    fault: "lists the pods on a runner for any key of the organization.",
    alteration: operation("listRunnerPods", (asked, sound) => withScope(asked, sound)?.granted ?? sound(asked)),
  },
  {
    id: "lists-pods-of-a-status-without-asking-for-the-scope",
    family: "authentication",
    requirement: "list-runner-pods.scope",
    fault: "looks for pods of a status by another query, for any key of the organization.",
    alteration: operation("listRunnerPods", (asked, sound) =>
      asked.query.has("status") ? (withScope(asked, sound)?.granted ?? sound(asked)) : sound(asked),
    ),
  },
  {
    id: "takes-any-scope-to-read-for-a-runner",
    family: "authentication",
    requirement: "get-runner.scope",
    fault: "shows a runner for a key with any scope that ends in :read.",
    alteration: operation("getRunner", (asked, sound) => withScope(asked, sound)?.granted ?? sound(asked)),
  },
  {
    id: "lists-runners-while-refusing-the-key",
    family: "authentication",
    requirement: "list-runners.scope",
    fault: "goes on after it has refused a key that lacks the scope, and adds the runners to the refusal.",
    alteration: operation("listRunners", (asked, sound) => {
      const both = withScope(asked, sound);
      if (!both || !("body" in both.refusal) || !("body" in both.granted)) return sound(asked);
      return { ...both.refusal, body: { ...(both.refusal.body as object), ...(both.granted.body as object) } };
    }),
  },
  {
    id: "lists-no-available-runners-without-the-scope",
    family: "authentication",
    requirement: "list-available-runners.scope",
    fault: "answers 200 and an empty list of available runners to a key that lacks the scope.",
    alteration: operation("listAvailableRunners", (asked, sound) =>
      withScope(asked, sound) ? { status: 200, body: { runners: [] } } : sound(asked),
    ),
  },
];
