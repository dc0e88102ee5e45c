import type { ScalrStore } from "../../../src/reference/scalr/store.ts";
import { shown } from "../../proof/alterations.ts";

export interface Identifier {
  readonly type: string;
  readonly id: string;
}

export interface Linkage {
  data: unknown;
}

/** A pool as it is sent, to be broken. */
export interface Pool {
  type?: string;
  id: string;
  name?: string;
  attributes: { name?: string };
  links?: { self: string };
  relationships: {
    account?: Linkage | null;
    agents: Linkage | null | readonly Identifier[];
    environment: Linkage | null;
    workspaces: Linkage | null;
    type?: string | undefined;
  };
}

/** Changes every pool that some operations show. */
export function pools(ids: string | readonly string[], change: (pool: Pool, store: ScalrStore) => void) {
  return shown<ScalrStore>(ids, ({ data }, _, store) => {
    for (const pool of [data].flat()) change(pool, store);
  });
}
