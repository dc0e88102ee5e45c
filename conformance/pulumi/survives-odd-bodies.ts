import type { PulumiRequirementId } from "../../generated/pulumi/requirements.ts";
import { type Check, check } from "../kit/check.ts";
import type { CheckContext } from "../kit/context.ts";
import type { Ask } from "../kit/exchange.ts";
import { createPool, expectShown, organizationPath } from "./pools.ts";

/** JSON, and no object. The page does not say what becomes of it. */
const oddTexts = ["null", "[]", '"poolproof"', "4711"] as const;

/** "Register a new pool": whatever such a body is taken for, it breaks nothing. */
export const createSurvivesOddBodies: Omit<Check, "level"> = check<PulumiRequirementId>(
  "pulumi/createAgentPool/survives-odd-bodies",
  {
    title: "answer a body that is JSON and no object without failing",
    decides: ["errors.no-server-error"],
    needs: ["write", "state"],
    async run(context) {
      await sendOddBodies(context, "createAgentPool", organizationPath(context));
      await context.control("createAgentPool", await context.validAsk("createAgentPool"));
    },
  },
);

/** "Update a pool": such a body names nothing to change. */
export const updateSurvivesOddBodies: Omit<Check, "level"> = check<PulumiRequirementId>(
  "pulumi/updateAgentPool/survives-odd-bodies",
  {
    title: "answer a body that is JSON and no object without failing",
    decides: ["errors.no-server-error", "update-agent-pool.keeps-the-rest"],
    needs: ["write", "state"],
    async run(context) {
      const pool = await createPool(context);
      const { name, description, path } = pool;
      await sendOddBodies(context, "updateAgentPool", path);
      if (context.findings.length > 0) return;
      const when = "after changes that are no objects";
      await expectShown(context, "update-agent-pool.keeps-the-rest", pool, { name, description }, when);
    },
  },
);

async function sendOddBodies(
  context: CheckContext,
  operationId: "createAgentPool" | "updateAgentPool",
  path: NonNullable<Ask["path"]>,
): Promise<void> {
  for (const text of oddTexts) {
    const { answer } = await context.judge(operationId, { path, text }, "either");
    context.observe({ kind: "reading", pointer: "", text: `the body ${text} is answered ${answer.status}` });
  }
}
