import type { AgentsmeshRequirementId } from "../../../generated/agentsmesh/requirements.ts";
import { isSuccess } from "../../../src/contract/judge-response.ts";
import { check } from "../../kit/check.ts";
import { holdToContract } from "../hold-to-contract.ts";
import { keyOf, named, noPods, podRunner, readPage, statusOf, tryPage } from "../pods.ts";

/** "GET /runners/:id/pods": a status that no pod can have, be it one that begins like that of a pod. */
export const listsNothingForUnknownStatus = check<AgentsmeshRequirementId>(
  "agentsmesh/listRunnerPods/lists-nothing-for-unknown-status",
  {
    title: "list no pods for a status that no pod can have",
    decides: ["list-runner-pods.unknown-status", "pod-list.empty"],
    needs: ["state"],
    async run(context) {
      const id = await podRunner(context);
      const { pods } = await readPage(context, id);
      if (pods.length === 0) context.unverified(noPods, "pods");
      const status = String(statusOf(pods[0]));
      for (const unknown of ["poolproof-no-such-status", status.slice(0, -1), `${status}-not`]) {
        if (unknown === "") continue;
        const page = await tryPage(context, id, { status: unknown });
        const { exchange } = page;
        const { answer } = exchange;
        holdToContract(context, exchange);
        const isNothing = page.pods.length === 0 && (page.total === 0 || !isSuccess(answer.status));
        if (isNothing) {
          const text = `an unknown status is answered ${answer.status}`;
          context.observe({ kind: "reading", pointer: "", text });
          continue;
        }
        const expected = `no pods and a total of 0 for status=${unknown}, or a refusal`;
        const got = `${named(page.pods.map(keyOf))}, and a total of ${page.total}`;
        context.breach("list-runner-pods.unknown-status", { exchange, pointer: "/pods", expected, got });
      }
    },
  },
);
