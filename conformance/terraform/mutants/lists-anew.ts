import type { Problem } from "../../../src/apis/api.ts";
import { cutPage, type Page } from "../../../src/reference/json-api-paging.ts";
import type { Asked } from "../../../src/reference/service.ts";
import type { TerraformStore } from "../../../src/reference/terraform/store.ts";
import { type Answerer, operation } from "../../proof/alterations.ts";
import { isRefused } from "./stored-pools.ts";

/** A pool or an agent as lists show it. */
export interface Resource {
  readonly id: string;
  readonly type: string;
  readonly attributes: Readonly<Record<string, string | null>>;
}

interface ListDocument {
  readonly data: readonly Resource[];
  readonly links: { readonly self: string };
}

/** Cuts a page from all that the list holds. */
export type Cut = (
  all: readonly Resource[],
  url: string,
  query: URLSearchParams,
  store: TerraformStore,
) => Page<Resource>;

export const lists = ["listAgentPools", "listAgents"] as const;

export const soundSizes = { defaultSize: 20, largestSize: 100 } as const;

/** The page that the sound server would cut. */
export function soundPage(all: readonly Resource[], url: string, query: URLSearchParams): Page<Resource> {
  return cutPage(all, url, query, soundSizes);
}

/** Lists something else than the sound server does, on sound pages. What is given was sorted and filtered as asked. */
export function holding(
  ids: string | readonly string[],
  change: (all: readonly Resource[], asked: Asked, store: TerraformStore) => readonly Resource[],
) {
  return listing(ids, (all, asked, store, url) => soundPage(change(all, asked, store), url, asked.query));
}

/** Cuts pages from the sound list otherwise. */
export function paging(ids: string | readonly string[], cut: Cut) {
  return listing(ids, (all, { query }, store, url) => cut(all, url, query, store));
}

/** The page that was asked for, or would have been. */
export function pageIn(query: URLSearchParams): { number: number; size: number } {
  const read = (name: string, otherwise: number) => Number(query.get(name) ?? otherwise);
  return { number: read("page[number]", 1), size: read("page[size]", soundSizes.defaultSize) };
}

/** The query with another page in it. */
export function withPage(query: URLSearchParams, { number, size }: { number?: number; size?: number }) {
  const changed = new URLSearchParams(query);
  if (number !== undefined) changed.set("page[number]", String(number));
  if (size !== undefined) changed.set("page[size]", String(size));
  return changed;
}

function listing(
  ids: string | readonly string[],
  cut: (all: readonly Resource[], asked: Asked, store: TerraformStore, url: string) => Page<Resource>,
) {
  return operation<TerraformStore>(ids, (asked, sound, store) => {
    const found = gather(asked, sound);
    if (isRefused(found)) return found;
    const { items, links, meta } = cut(found.all, asked, store, found.url);
    return { status: 200, body: { data: items, links, meta } };
  });
}

/** All that the sound list holds. */
function gather(asked: Asked, sound: Answerer): { readonly all: Resource[]; readonly url: string } | Problem {
  const all: Resource[] = [];
  const size = soundSizes.largestSize;
  for (let number = 1; ; number++) {
    const outcome = sound({ ...asked, query: withPage(asked.query, { number, size }) });
    if (isRefused(outcome)) return outcome;
    const { data, links } = outcome.body as ListDocument;
    all.push(...data);
    if (data.length < size) return { all, url: links.self.replace(/\?.*$/, "") };
  }
}
