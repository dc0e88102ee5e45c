import type { AgentPool } from "poolproof/terraform";
import { startColours } from "./colours.ts";
import { startCreateForm } from "./create-form.ts";
import { confirmDelete } from "./delete-dialog.ts";
import type { Failure } from "./failure.ts";
import { clearFailure, showFailure } from "./failure-card.ts";
import { orderRefusal } from "./order-refusal.ts";
import { showPager, startPager } from "./pager.ts";
import { part } from "./part.ts";
import { addressOf, readPlace } from "./place.ts";
import { markBusy, showPools } from "./pool-table.ts";
import { deletePool, listPools } from "./pools-api.ts";

const failureSlot = part("#list-failure");
const createForm = part<HTMLFormElement>("#create");
const organizationInput = part<HTMLInputElement>("#organization input");
let shows = 0;

/** Shows what the page's address says. */
async function show(fresh?: AgentPool): Promise<void> {
  const place = readPlace();
  organizationInput.value = place.organization;
  shows += 1;
  const turn = shows;
  markBusy(true);
  part("#ordered").textContent = "";
  const isRetry = failureSlot.contains(document.activeElement);
  const outcome = await listPools(place);
  // The reader has gone on meanwhile.
  if (turn !== shows) return;
  markBusy(false);
  if ("failure" in outcome) return fail(outcome.failure, () => void show(fresh));
  const { pools, last, total } = outcome.value;
  // The last pool of the last page is gone.
  if (pools.length === 0 && place.page > 1) return go(addressOf({ ...place, page: Math.max(1, last) }));
  clearFailure(failureSlot);
  // The button that tried again is gone, and the focus with it.
  if (isRetry) focusPools();
  part("#total").textContent = `${total} ${total === 1 ? "pool" : "pools"} in ${place.organization}`;
  showPools(pools, fresh?.id, (pool) => void askAndRemove(pool));
  showPager(place, last);
}

async function go(address: string, fresh?: AgentPool): Promise<void> {
  history.pushState(null, "", address);
  await show(fresh);
}

async function askAndRemove(pool: AgentPool): Promise<void> {
  if (await confirmDelete(pool.attributes.name)) await remove(pool);
}

async function remove(pool: AgentPool): Promise<void> {
  const outcome = await deletePool(pool.id);
  if ("failure" in outcome) return fail(outcome.failure, () => void remove(pool));
  // Until here a form would have been sent by the browser itself.
  part("main").inert = false;
  await show();
  // The row's button is gone too.
  focusPools();
  tell(`${pool.attributes.name} is deleted.`);
}

function fail(failure: Failure, retry: () => void): void {
  tell("");
  showFailure(failureSlot, failure, retry);
}

function focusPools(): void {
  part("#pools").focus({ preventScroll: true });
}

function tell(text: string): void {
  part("#notice").textContent = text;
}

if (import.meta.env.MODE === "msw") await (await import("./start-mocking.ts")).startMocking();
startColours();
startPager((address) => {
  tell("");
  void go(address);
});
startCreateForm(
  () => readPlace().organization,
  (pool) => {
    tell(`${pool.attributes.name} is created.`);
    void go(addressOf({ ...readPlace(), page: 1 }), pool);
  },
);
part("#organization").addEventListener("submit", (event) => {
  event.preventDefault();
  createForm.reset();
  tell("");
  void go(addressOf({ organization: organizationInput.value.trim(), page: 1 }));
});
part("#rehearse").addEventListener("click", async () => {
  const isOrdered = await orderRefusal();
  part("#ordered").textContent = isOrdered ? "Ordered." : "The mock does not answer.";
});
addEventListener("popstate", () => {
  createForm.reset();
  tell("");
  void show();
});
// Until here a form would have been sent by the browser itself.
part("main").inert = false;
await show();
