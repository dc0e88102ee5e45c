import type { TerraformRequirementId } from "../../../generated/terraform/requirements.ts";
import { check } from "../../kit/check.ts";
import { hasFailed } from "../../kit/has-failed.ts";
import { agentsThere, poolWithAgents } from "../agents.ts";
import { agentsList, itemAt, type Listed, type Listing, readList } from "../lists.ts";
import { expectNoneBefore, idsOf, inSeconds, pingedIn, since } from "./filter.ts";

const row = "list-agents.filter-keeps";
const linkRow = "pagination.link-targets";
const pagesWanted = 3;
/** The page says that 100 is the most. */
const largestSize = 100;
const looks = 3;

/** A filter holds for the whole list before it is cut into pages. */
export const filtersEveryPage = check<TerraformRequirementId>("terraform/listAgents/filters-every-page", {
  title: "filter the agents before the list is cut into pages",
  decides: [row, linkRow],
  needs: ["state", "paging"],
  isAlone: true,
  async run(context) {
    const path = await poolWithAgents(context);
    const pinged = pingedIn(context, await agentsThere(context, path));
    // So that some are left out where there are several, and one is kept at least.
    const middle = pinged[Math.floor(pinged.length / 2)]?.ping ?? 0;
    const moment = inSeconds(Math.ceil(middle / 1000) * 1000 - 1000);
    const query = since(moment);
    let before: string | undefined;
    for (let look = 1; look <= looks; look += 1) {
      const whole = await readList(context, agentsList(path, query));
      const size = Math.min(largestSize, Math.max(1, Math.ceil(whole.items.length / pagesWanted)));
      const cut = await readList(context, agentsList(path, { ...query, "page[size]": String(size) }));
      // A page that is linked to and holds what the first one leaves out is none of the same list.
      expectNoneBefore(context, { ...cut, items: cut.items.filter(isOnFirst(cut)) }, moment);
      expectNoneBefore(context, { ...cut, items: cut.items.filter((each) => !isOnFirst(cut)(each)) }, moment, linkRow);
      const missing = whole.items.find(({ id }) => !itemAt(cut, id));
      const exchange = cut.pages[0];
      if (hasFailed(context) || !missing || !exchange || !cut.isComplete) return;
      // Other people's agents come and go; what is missing twice is missing.
      const isAgain = missing.id === before;
      before = missing.id;
      if (!isAgain) continue;
      const expected = `${idsOf(whole)} on pages of ${size}, the agents that have pinged since ${moment}`;
      context.breach(row, { exchange, pointer: "/data", expected, got: idsOf(cut) });
      return;
    }
  },
});

const isOnFirst =
  ({ pages }: Listing) =>
  ({ exchange }: Listed) =>
    exchange === pages[0];
