import type { AgentsmeshRequirementId } from "../../../generated/agentsmesh/requirements.ts";
import { describeValue } from "../../../src/contract/describe-value.ts";
import { check } from "../../kit/check.ts";
import { type Fault, reportLasting } from "../faults.ts";
import { watchPods } from "../pod-order.ts";
import { defaultLimit, isSameReading, keyOf, podRunner, readPage } from "../pods.ts";

/** "GET /runners/:id/pods", the column of defaults. */
export const takesDefaults = check<AgentsmeshRequirementId>("agentsmesh/listRunnerPods/takes-defaults", {
  title: "take a limit of 50 and an offset of 0 where there is none",
  decides: ["list-runner-pods.limit-default", "list-runner-pods.offset-default"],
  needs: ["paging"],
  async run(context) {
    const id = await podRunner(context);
    const watch = watchPods(context, id);
    await reportLasting(
      context,
      async (attempt) => {
        // So that what changes with every so many requests is not met at the same point again.
        if (attempt > 1) await readPage(context, id);
        const plain = await readPage(context, id);
        const told = await readPage(context, id, { limit: defaultLimit, offset: 0 });
        const again = await readPage(context, id);
        watch.note(plain, told, again);
        const { exchange, total } = plain;
        const faults: Fault[] = [];
        const expectValue = (requirement: AgentsmeshRequirementId, member: string, wanted: unknown, got: unknown) => {
          if (wanted === got) return;
          const fault = { exchange, requirement, about: member, pointer: `/${member}` };
          const expected = `${describeValue(wanted)} where the request names neither limit nor offset`;
          faults.push({ ...fault, expected, got: describeValue(got) });
        };
        expectValue("list-runner-pods.limit-default", "limit", defaultLimit, plain.limit);
        expectValue("list-runner-pods.offset-default", "offset", 0, plain.offset);
        if (typeof total !== "number" || total !== told.total || total !== again.total) return undefined;
        if (plain.pods.length !== Math.min(defaultLimit, total)) {
          const fault = {
            exchange,
            requirement: "list-runner-pods.limit-default",
            about: "size",
            moves: true,
            pointer: "/pods",
          } as const;
          const expected = `${Math.min(defaultLimit, total)} of ${total} pods where the request names no limit`;
          faults.push({ ...fault, expected, got: `${plain.pods.length}` });
        }
        // How many there are does not depend on their order; which is the first one does.
        if (!isSameReading(plain.pods, again.pods)) return faults.length > 0 ? faults : undefined;
        const [first, wanted] = [plain, told].map(({ pods }) => pods.slice(0, 1).map(keyOf).join());
        if (first !== wanted) {
          const fault = {
            exchange,
            requirement: "list-runner-pods.offset-default",
            about: "first",
            moves: true,
            pointer: "/pods/0",
          } as const;
          faults.push({ ...fault, expected: `${wanted}, as for offset=0`, got: `${first}` });
        }
        return faults;
      },
      watch.undecided,
    );
  },
});
