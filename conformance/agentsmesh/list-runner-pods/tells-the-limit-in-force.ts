import type { AgentsmeshRequirementId } from "../../../generated/agentsmesh/requirements.ts";
import { describeValue } from "../../../src/contract/describe-value.ts";
import { isSuccess } from "../../../src/contract/judge-response.ts";
import { check } from "../../kit/check.ts";
import { type Fault, reportLasting } from "../faults.ts";
import { defaultLimit, podRunner, readPage, tryPage } from "../pods.ts";

/** So that no answer is too large to be read. */
const largestAsked = 1000;

/** "GET /runners/:id/pods": with a limit beyond the end, all that there is, or as much as the server gives at once. */
export const tellsTheLimitInForce = check<AgentsmeshRequirementId>(
  "agentsmesh/listRunnerPods/tells-the-limit-in-force",
  {
    title: "give as many pods as the limit that it tells leaves room for",
    decides: ["list-runner-pods.limit-in-force", "list-runner-pods.limit"],
    needs: ["paging"],
    async run(context) {
      const id = await podRunner(context);
      let reading = "";
      await reportLasting(context, async () => {
        const { total } = await readPage(context, id, { limit: 1 });
        if (typeof total !== "number") context.unverified("the page tells no total to ask beyond");
        const asked = Math.min(Number(total) + 10, largestAsked);
        const page = await tryPage(context, id, { limit: asked });
        const { exchange, pods, limit } = page;
        const { status } = exchange.answer;
        if (!isSuccess(status) && asked > defaultLimit) {
          reading = `limit=${asked} is answered ${status}`;
          return [];
        }
        if (page.total !== total) return undefined;

        const faults: Fault[] = [];
        const isAsAsked = limit === asked;
        // No largest limit lies below the default.
        const isCapped = typeof limit === "number" && limit >= defaultLimit && limit < asked;
        if (!isAsAsked && !isCapped) {
          const fault = {
            exchange,
            requirement: "list-runner-pods.limit-in-force",
            about: "limit",
            pointer: "/limit",
          } as const;
          const expected = `${asked}, as asked, or a largest limit from ${defaultLimit} on`;
          faults.push({ ...fault, expected, got: isSuccess(status) ? describeValue(limit) : `an answer ${status}` });
        } else if (pods.length !== Math.min(Number(limit), Number(total))) {
          const fault = {
            exchange,
            requirement: "list-runner-pods.limit-in-force",
            about: "size",
            moves: true,
            pointer: "/pods",
          } as const;
          const expected = `${Math.min(Number(limit), Number(total))} of ${total} pods, as it tells a limit of ${limit}`;
          faults.push({ ...fault, expected, got: `${pods.length}` });
        }
        reading = isCapped ? `limit=${asked} is taken for ${limit}` : `limit=${asked} is taken as asked`;
        return faults;
      });
      context.observe({ kind: "reading", pointer: "", text: reading });
    },
  },
);
