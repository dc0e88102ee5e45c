import type { AgentsmeshRequirementId } from "../../../generated/agentsmesh/requirements.ts";
import { describeValue } from "../../../src/contract/describe-value.ts";
import { isSuccess } from "../../../src/contract/judge-response.ts";
import { check } from "../../kit/check.ts";
import { type Fault, reportLasting } from "../faults.ts";
import { holdToContract } from "../hold-to-contract.ts";
import { keyOf, named, podRunner, readPage, tryPage } from "../pods.ts";

/** "GET /runners/:id/pods": an offset that passes over everything. The live service takes it for a valid one. */
export const endsAfterTheLastPod = check<AgentsmeshRequirementId>("agentsmesh/listRunnerPods/ends-after-the-last-pod", {
  title: "answer an offset past the last pod with no pods and the same total",
  decides: ["list-runner-pods.offset-past-end", "list-runner-pods.offset-in-force", "pod-list.empty"],
  needs: ["paging"],
  async run(context) {
    const id = await podRunner(context);
    await reportLasting(context, async (attempt) => {
      const first = await readPage(context, id, { limit: 1 });
      const { total } = first;
      if (typeof total !== "number") context.unverified("the page tells no total, so its end cannot be found");
      const faults: Fault[] = [];
      for (const beyond of [0, 7]) {
        const offset = Number(total) + beyond;
        const page = await tryPage(context, id, { offset });
        const { exchange } = page;
        const { status } = exchange.answer;
        const fault = { exchange, requirement: "list-runner-pods.offset-past-end", moves: true } as const;
        const asked = `offset=${offset}, with ${total} pods in all`;
        if (!isSuccess(status)) {
          const expected = `200 for ${asked}`;
          faults.push({ ...fault, about: `${beyond} status`, place: "status", expected, got: String(status) });
          continue;
        }
        if (attempt === 1) holdToContract(context, exchange);
        if (page.pods.length > 0) {
          const got = named(page.pods.map(keyOf));
          faults.push({ ...fault, about: `${beyond} pods`, pointer: "/pods", expected: `no pods for ${asked}`, got });
        }
        if (page.total !== total) {
          const [expected, got] = [`${total} for ${asked}`, describeValue(page.total)];
          faults.push({ ...fault, about: `${beyond} total`, pointer: "/total", expected, got });
        }
        // As many as there are is all that can be passed over.
        if (page.offset === offset || page.offset === total) continue;
        const [expected, got] = [`${offset} for ${asked}`, describeValue(page.offset)];
        const requirement = "list-runner-pods.offset-in-force";
        faults.push({
          exchange,
          requirement,
          about: `${beyond} offset`,
          moves: true,
          pointer: "/offset",
          expected,
          got,
        });
      }
      if (faults.length === 0) return faults;
      const last = await readPage(context, id, { limit: 1 });
      return last.total === total ? faults : undefined;
    });
  },
});
