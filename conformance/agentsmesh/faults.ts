import type { AgentsmeshRequirementId } from "../../generated/agentsmesh/requirements.ts";
import type { Breach, CheckContext } from "../kit/context.ts";

/** What may be wrong, unless somebody else has changed something in between. */
export interface Fault extends Breach {
  readonly requirement: AgentsmeshRequirementId;
  /** What it is about: a fault about the same thing is the same fault, whatever the values. */
  readonly about: string;
}

/** Looks for faults, for the first time or again; undefined where it saw that things were moving meanwhile. */
export type Look = (attempt: number) => Promise<readonly Fault[] | undefined>;

const looksNeeded = 3;
const mostLooks = 6;

/** Runners and pods are not ours and may change at any moment: what is wrong counts if it is so each time it is looked at. */
export async function reportLasting(context: CheckContext, look: Look): Promise<void> {
  let lasting: readonly Fault[] | undefined;
  let looks = 0;
  for (let attempt = 1; attempt <= mostLooks; attempt += 1) {
    const faults = await look(attempt);
    if (faults === undefined) continue;
    const before = lasting;
    lasting = before ? faults.filter(({ about }) => before.some((fault) => fault.about === about)) : faults;
    looks += 1;
    if (lasting.length > 0 && looks < looksNeeded) continue;
    for (const { requirement, ...breach } of lasting) context.breach(requirement, breach);
    return;
  }
  context.unverified(`what was looked at moved during each of ${mostLooks} looks: run it again when less goes on`);
}
