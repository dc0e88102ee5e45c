import type { AgentsmeshRequirementId } from "../../../generated/agentsmesh/requirements.ts";
import { isSuccess } from "../../../src/contract/judge-response.ts";
import { check } from "../../kit/check.ts";
import { podRunner, readPage, tryPage } from "../pods.ts";

/** A limit of 0: nothing, as it says, or what is given where nothing is said, or all; the page leaves it open. */
export const copesWithLimitZero = check<AgentsmeshRequirementId>("agentsmesh/listRunnerPods/copes-with-limit-zero", {
  title: "answer a limit of 0 without failing",
  decides: ["list-runner-pods.limit-zero", "api.no-server-error"],
  needs: ["paging"],
  async run(context) {
    const id = await podRunner(context);
    const plain = await readPage(context, id);
    const { exchange, pods, total } = await tryPage(context, id, { limit: 0 });
    const { status } = exchange.answer;
    const what = `${pods.length} pods of ${total}, no limit ${plain.pods.length}`;
    const text = `limit=0 is answered ${isSuccess(status) ? what : status}`;
    context.observe({ kind: "reading", pointer: "", text });
  },
});
