import type { Breach, CheckContext, Finding } from "../kit/context.ts";
import { Undecided } from "../kit/undecided.ts";

/** Something that breaks a requirement, as long as nobody else had a hand in it. */
export interface Fault extends Breach {
  readonly requirement: string;
}

const mostLooks = 4;

/**
 * Looks at a list until it held still meanwhile, and reports what was wrong with it in the same way twice: other people may write, and
 * what they do is not the server's fault.
 * @param anchor reads something that moves when others write; the same request before and after each look, so that a
 *   server which answers different requests inconsistently is not taken for one that others write to
 */
export async function reportUnmoved(
  context: CheckContext,
  anchor: () => Promise<unknown>,
  look: () => Promise<readonly Fault[]>,
): Promise<void> {
  let last = "";
  for (let attempt = 1; attempt <= mostLooks; attempt += 1) {
    const before = context.findings.filter(isBinding).length;
    const anchored = await anchor();
    const faults = await look();
    // What the contract says of the answers has been reported by then.
    if (context.findings.filter(isBinding).length > before) return;
    // Nothing wrong is nothing wrong, whatever moved.
    if (faults.length === 0) return;
    if ((await anchor()) !== anchored) continue;
    // On a list that holds still a fault repeats itself to the letter.
    const seen = faults
      .map(({ requirement, pointer, expected, got }) => [requirement, pointer, expected, got].join(" "))
      .join("\n");
    if (seen === last) {
      for (const { requirement, ...breach } of faults) context.breach(requirement, breach);
      return;
    }
    last = seen;
  }
  throw new Undecided("inconclusive", `the list moved during each of ${mostLooks} looks at it`);
}

/** What a vendor or standard says only as well does not stand for what the page says. */
const isBinding = ({ violation }: Finding) => violation.level === "MUST";
