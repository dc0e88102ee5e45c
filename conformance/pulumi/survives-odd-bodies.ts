import type { PulumiRequirementId } from "../../generated/pulumi/requirements.ts";
import { isSuccess } from "../../src/contract/judge-response.ts";
import { type Check, check } from "../kit/check.ts";
import type { CheckContext } from "../kit/context.ts";
import type { Ask, Exchange } from "../kit/exchange.ts";
import { hasFailed } from "../kit/has-failed.ts";
import { textAt } from "../kit/text-at.ts";
import { type OddBody, oddMembers, oddNames, oddTexts } from "./odd-bodies.ts";
import { createPool, expectShown, organizationPath } from "./pools.ts";

/** "Register a new pool": whatever such a body is taken for, it breaks nothing, and no pool that cannot be shown comes of it. */
export const createSurvivesOddBodies: Omit<Check, "level"> = check<PulumiRequirementId>(
  "pulumi/createAgentPool/survives-odd-bodies",
  {
    title: "answer an odd body without failing, and show what comes of it",
    decides: ["errors.no-server-error", "get-agent-pool.name", "get-agent-pool.description"],
    needs: ["write", "state"],
    // What comes of it may bear a name that is not quite ours, and other checks look whether one has come up.
    isAlone: true,
    async run(context) {
      const path = organizationPath(context);
      await sendOddBodies(context, "createAgentPool", path, oddTexts);
      for (const odd of oddMembers(context.freshName)) {
        const exchange = await sendOddBody(context, "createAgentPool", path, odd);
        if (!isSuccess(exchange.answer.status)) continue;
        const poolId = textAt(context, exchange, "/id");
        await context.judge("getAgentPool", { path: { ...path, poolId } }, "success");
        // Room for the next one, where there may be a few pools only.
        await context.release();
      }
      if (hasFailed(context)) return;
      await context.control("createAgentPool", await context.validAsk("createAgentPool"));
    },
  },
);

/** "Update a pool": a body that is no object names nothing to change; whatever others are taken for, the pool can be shown. */
export const updateSurvivesOddBodies: Omit<Check, "level"> = check<PulumiRequirementId>(
  "pulumi/updateAgentPool/survives-odd-bodies",
  {
    title: "answer an odd body without failing, and show what comes of it",
    decides: [
      "errors.no-server-error",
      "update-agent-pool.keeps-the-rest",
      "get-agent-pool.name",
      "get-agent-pool.description",
    ],
    needs: ["write", "state"],
    // The pool is without a name for a while.
    isAlone: true,
    async run(context) {
      const pool = await createPool(context);
      const { name, description, path } = pool;
      await sendOddBodies(context, "updateAgentPool", path, oddTexts);
      if (hasFailed(context)) return;
      const when = "after changes that are no objects";
      await expectShown(context, "update-agent-pool.keeps-the-rest", pool, { name, description }, when);

      for (const odd of [...oddNames, ...oddMembers(context.freshName)]) {
        const exchange = await sendOddBody(context, "updateAgentPool", path, odd);
        if (isSuccess(exchange.answer.status)) await context.judge("getAgentPool", { path }, "success");
      }
    },
  },
);

type OperationId = "createAgentPool" | "updateAgentPool";
type Path = NonNullable<Ask["path"]>;

async function sendOddBodies(context: CheckContext, operationId: OperationId, path: Path, odds: readonly OddBody[]) {
  for (const odd of odds) await sendOddBody(context, operationId, path, odd);
}

async function sendOddBody(
  context: CheckContext,
  operationId: OperationId,
  path: Path,
  { kind, text }: OddBody,
): Promise<Exchange> {
  const exchange = await context.judge(operationId, { path, text }, "either");
  const { status } = exchange.answer;
  context.observe({ kind: "reading", pointer: "", text: `${kind} is answered ${status}` });
  return exchange;
}
