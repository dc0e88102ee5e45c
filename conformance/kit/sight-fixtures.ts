import type { CheckContext } from "./context.ts";
import type { Stock } from "./stock.ts";
import type { Suite } from "./suite.ts";
import { Undecided } from "./undecided.ts";

/**
 * Looks for what fixtures name, before any check has changed anything, and notes what is not there: what was there and is
 * gone later is not the fault of whoever named it. Answers whether it was through; weather leaves that open.
 */
export async function sightFixtures(
  context: CheckContext,
  { sights = {} }: Pick<Suite, "sights">,
  stock: Stock,
): Promise<boolean> {
  if (!context.has("state")) return true;
  try {
    for (const [name, isThere] of Object.entries(sights))
      for (const id of stock.ids(name)) if (!(await isThere(context, id))) stock.noteAbsent(id);
    return true;
  } catch (error) {
    if (!(error instanceof Undecided)) throw error;
    return false;
  }
}
