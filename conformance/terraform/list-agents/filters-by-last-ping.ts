import type { TerraformRequirementId } from "../../../generated/terraform/requirements.ts";
import { valueAt } from "../../../src/contract/json-pointer.ts";
import { check } from "../../kit/check.ts";
import type { CheckContext } from "../../kit/context.ts";
import { agentsThere, type PoolPath, poolWithAgents } from "../agents.ts";
import { agentsList, type Listing, readList } from "../lists.ts";
import {
  dayMs,
  expectAllAfter,
  expectNoneBefore,
  expectOnlyThoseThere,
  inSeconds,
  momentTaken,
  pingedIn,
  secondBefore,
  since,
} from "./filter.ts";

/** "filter[last-ping-since]", with moments before all pings, among them and after them. */
export const filtersByLastPing = check<TerraformRequirementId>("terraform/listAgents/filters-by-last-ping", {
  title: "list the agents that have pinged since a moment, and no others",
  decides: ["list-agents.filter-keeps", "list-agents.encoded-brackets", "pagination.counts"],
  needs: ["state"],
  // Deletions of our own would be seen in the numbers.
  isAlone: true,
  async run(context) {
    const path = await poolWithAgents(context);
    const all = await agentsThere(context, path);
    for (const wanted of momentsIn(context, all)) {
      const moment = await momentTaken(context, path, wanted);
      const query = since(moment);
      const filtered = await readList(context, agentsList(path, query));
      expectNoneBefore(context, filtered, moment);
      await expectAllAfter(context, path, { all, filtered, moment });
      await expectOnlyThoseThere(context, path, { all, filtered, moment });
      await expectCounted(context, path, filtered, moment);
    }
  },
});

/** Never the very moment of a ping, of which the page leaves open on which side it is. */
function momentsIn(context: CheckContext, all: Listing): readonly string[] {
  const pings = [...new Set(pingedIn(context, all).map(({ ping }) => ping))];
  const [oldest = 0, newest = 0] = [pings[0], pings.at(-1)];
  const middle = pings[Math.ceil(pings.length / 2)] ?? newest;
  const moments = [
    inSeconds(oldest - dayMs),
    secondBefore(middle),
    new Date(newest - 1).toISOString(),
    inSeconds(newest + dayMs),
  ];
  return [...new Set(moments)].filter((moment) => !pings.includes(Date.parse(moment)));
}

/** The total of a filtered list counts what is left of it. Other people's agents come and go, so it is counted twice. */
async function expectCounted(context: CheckContext, path: PoolPath, filtered: Listing, moment: string): Promise<void> {
  if (isCounted(filtered)) return;
  const again = await readList(context, agentsList(path, since(moment)));
  const exchange = again.pages[0];
  if (isCounted(again) || !exchange) return;
  const expected = `${again.items.length}, as many agents as have pinged since ${moment}`;
  const pointer = "/meta/pagination/total-count";
  context.breach("pagination.counts", { exchange, pointer, expected, got: String(totalOf(again)) });
}

const totalOf = ({ pages }: Listing) => valueAt(pages[0]?.json, "/meta/pagination/total-count");

const isCounted = (listing: Listing) => !listing.isComplete || totalOf(listing) === listing.items.length;
