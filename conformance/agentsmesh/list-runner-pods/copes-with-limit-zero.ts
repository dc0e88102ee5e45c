import type { AgentsmeshRequirementId } from "../../../generated/agentsmesh/requirements.ts";
import { isSuccess } from "../../../src/contract/judge-response.ts";
import { check } from "../../kit/check.ts";
import { type Fault, reportLasting } from "../faults.ts";
import { podRunner, readPage, tryPage } from "../pods.ts";

/** A limit of 0: nothing, as it says, or what is given where nothing is said, as the live service does. */
export const copesWithLimitZero = check<AgentsmeshRequirementId>("agentsmesh/listRunnerPods/copes-with-limit-zero", {
  title: "take a limit of 0 for none, for the default, or for a mistake",
  decides: ["list-runner-pods.limit-zero", "api.no-server-error"],
  needs: ["paging"],
  async run(context) {
    const id = await podRunner(context);
    let reading = "";
    await reportLasting(context, async () => {
      const plain = await readPage(context, id);
      const { exchange, pods } = await tryPage(context, id, { limit: 0 });
      const { status } = exchange.answer;
      const isFit = pods.length === 0 || pods.length === plain.pods.length;
      reading = isSuccess(status)
        ? `limit=0 is answered ${pods.length} pods, no limit ${plain.pods.length}`
        : `limit=0 is answered ${status}`;
      if (!isSuccess(status) || isFit) return [];
      const expected = `no pods for limit=0, or ${plain.pods.length} as without a limit`;
      const fault: Fault = {
        exchange,
        requirement: "list-runner-pods.limit-zero",
        about: "size",
        pointer: "/pods",
        expected,
        got: `${pods.length}`,
      };
      return [fault];
    });
    context.observe({ kind: "reading", pointer: "", text: reading });
  },
});
