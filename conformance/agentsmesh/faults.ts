import type { AgentsmeshRequirementId } from "../../generated/agentsmesh/requirements.ts";
import type { Breach, CheckContext } from "../kit/context.ts";

/** What may be wrong, unless somebody else has changed something in between. */
export interface Fault extends Breach {
  readonly requirement: AgentsmeshRequirementId;
  /** What it is about: a fault about the same thing is the same fault, whatever the values. */
  readonly about: string;
  /** Whether that moves by itself: then it lasts only if after the pause the same is expected and got as before. */
  readonly moves?: boolean;
}

/** Looks for faults, for the first time or again; undefined where it saw that things were moving meanwhile. */
export type Look = (attempt: number) => Promise<readonly Fault[] | undefined>;

/** What is known of things that were moving during every look. */
export interface Restless {
  /** What they did. */
  readonly reason?: string;
  /** That it is a fault, where nothing but the server can have moved them. */
  readonly fault?: Fault | undefined;
}

const looksNeeded = 3;
export const mostLooks = 6;

/** Longer than what is kept for a moment usually is. */
const pauseMs = 1500;

/**
 * Runners and pods are not ours and may change at any moment: what is wrong counts if it is so each time it is looked
 * at, the last time after a pause.
 */
export async function reportLasting(
  context: CheckContext,
  look: Look,
  restless: () => Promise<Restless> = async () => ({}),
): Promise<void> {
  const looks: (readonly Fault[])[] = [];
  for (let attempt = 1; attempt <= mostLooks; attempt += 1) {
    const isLast = looks.length === looksNeeded - 1;
    if (isLast) await context.pause(pauseMs);
    const faults = await look(attempt);
    if (faults === undefined) continue;
    const lasting = faults.filter((fault) =>
      looks.every((earlier) => earlier.some(({ about }) => about === fault.about)),
    );
    if (lasting.length > 0 && !isLast) {
      looks.push(faults);
      continue;
    }
    for (const fault of lasting)
      if (!fault.moves || looks.flat().some((earlier) => isSameFault(earlier, fault))) {
        report(context, fault);
      }
    return;
  }
  const { reason, fault } = await restless();
  if (fault !== undefined) return report(context, fault);
  context.unverified(
    reason === undefined
      ? `what was looked at moved during each of ${mostLooks} looks: run it again when less goes on`
      : `${reason}, so that nothing could be compared`,
  );
}

function report(context: CheckContext, { requirement, ...breach }: Fault): void {
  context.breach(requirement, breach);
}

function isSameFault(one: Fault, other: Fault): boolean {
  return one.about === other.about && one.expected === other.expected && one.got === other.got;
}
