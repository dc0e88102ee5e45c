import type { AgentsmeshRequirementId } from "../../generated/agentsmesh/requirements.ts";
import { type Check, check } from "../kit/check.ts";
import type { CheckContext } from "../kit/context.ts";
import { expectOddRefused } from "./refusal.ts";

const operations = {
  listRunners: "list runners",
  getRunner: "show a runner",
  listAvailableRunners: "list available runners",
  listRunnerPods: "list pods",
} as const;

/** Looks like a key to nobody, and is one nowhere. */
const badKey = "poolproof-not-a-valid-key";

/** The page names no header for the key. Whichever a server reads, a key that nobody has opens nothing. */
export function refusesBadKey(operationId: keyof typeof operations): Omit<Check, "level"> {
  const requirement = "api.invalid-key";
  return check<AgentsmeshRequirementId>(`agentsmesh/${operationId}/refuses-bad-key-in-any-header`, {
    title: `refuse to ${operations[operationId]} for a bad key, in whichever header`,
    decides: [requirement],
    needs: ["state"],
    async run(context) {
      const right = await context.validAsk(operationId);
      for (const { header, value, what } of badKeys(context)) {
        const wrong = { ...right, token: null, headers: { [header]: value } };
        await expectOddRefused(context, requirement, operationId, { wrong, what });
      }
      await context.control(operationId, right);
    },
  });
}

interface BadKey {
  readonly header: string;
  readonly value: string;
  readonly what: string;
}

/** In each form that the API has for a key, and in two that others have. */
function badKeys({ session }: CheckContext): BadKey[] {
  const forms: readonly { readonly header: string; readonly prefix: string }[] = Object.values(
    session.api.authorization,
  );
  const raw = { header: "Authorization", what: `the key ${badKey} in Authorization` };
  return [
    ...forms.flatMap(({ header, prefix }) => {
      const what = `the key ${badKey} in ${header}`;
      return [
        { header, value: `${prefix}${badKey}`, what },
        // The beginning may be all that is looked at, so the target's own leads.
        { header, value: `${prefix}${session.target.token}-${badKey}`, what },
        // Where no key is set, an empty one may be taken for the same.
        { header, value: prefix.trim(), what: `an empty key in ${header}` },
      ];
    }),
    { ...raw, value: badKey },
    { ...raw, value: `Basic ${btoa(`${badKey}:`)}` },
  ];
}
