import type { Page } from "../../../src/reference/json-api-paging.ts";
import type { AgentPool } from "../../../src/reference/scalr/store.ts";
import { listing, soundSteps } from "./listing.ts";

type Pools = readonly AgentPool[];

interface Asked {
  readonly number: number;
  readonly size: number;
  /** Number of the last page. */
  readonly last: number;
}

interface Changes {
  readonly items?: Pools;
  readonly pagination?: Readonly<Record<string, number | null>>;
  readonly links?: Readonly<Record<string, string | null>>;
}

/** Answers some parts of a page otherwise. */
export function cutting(change: (pools: Pools, asked: Asked, sound: Page<AgentPool>) => Changes) {
  return listing({
    cut: (pools, url, query, all) => {
      const sound = soundSteps.cut(pools, url, query, all);
      const { "current-page": number, "total-pages": last } = sound.meta.pagination;
      const size = Number(new URL(sound.links.self ?? url).searchParams.get("page[size]"));
      const { items, pagination, links } = change(pools, { number: number ?? 1, size, last: last ?? 1 }, sound);
      const page = changed(sound, pagination ?? {});
      return { ...page, items: items ?? page.items, links: { ...page.links, ...links } };
    },
  });
}

/** A page with some of its pagination replaced. */
export function changed(page: Page<AgentPool>, pagination: Readonly<Record<string, number | null>>): Page<AgentPool> {
  return { ...page, meta: { pagination: { ...page.meta.pagination, ...pagination } } };
}
