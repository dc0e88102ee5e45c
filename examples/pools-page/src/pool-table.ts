import type { AgentPool } from "poolproof/terraform";
import { copyOf, part } from "./part.ts";

const days = new Intl.DateTimeFormat("en-GB", { dateStyle: "medium", timeZone: "UTC" });

/**
 * Shows pools, or that there are none.
 * @param fresh id of the pool that has just been created
 */
export function showPools(pools: readonly AgentPool[], fresh: string | undefined, onDelete: (pool: AgentPool) => void) {
  const table = part<HTMLTableElement>("#table");
  part("tbody", table).replaceChildren(...pools.map((pool) => rowOf(pool, pool.id === fresh, onDelete)));
  table.hidden = pools.length === 0;
  part("#empty").hidden = pools.length > 0;
}

/** Says that other pools are on their way; those that are shown stay until then. */
export function markBusy(isBusy: boolean): void {
  part("#pools").ariaBusy = `${isBusy}`;
}

function rowOf(pool: AgentPool, isFresh: boolean, onDelete: (pool: AgentPool) => void): HTMLElement {
  const row = copyOf("#pool-row");
  const { name, "created-at": created } = pool.attributes;
  row.classList.toggle("fresh", isFresh);
  part(".name", row).textContent = name;
  part(".id", row).textContent = pool.id;
  part(".workspaces", row).textContent = `${pool.relationships?.workspaces?.data?.length || "–"}`;
  const time = part<HTMLTimeElement>("time", row);
  time.dateTime = created;
  time.textContent = days.format(new Date(created));
  const button = part<HTMLButtonElement>("button", row);
  button.ariaLabel = `Delete ${name}`;
  button.addEventListener("click", () => onDelete(pool));
  return row;
}
