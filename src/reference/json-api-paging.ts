/** One page of a list, with the links and meta of JSON:API services (sample responses of "List Agent Pools"). */
export interface Page<T> {
  readonly items: readonly T[];
  readonly links: Readonly<Record<string, string | null>>;
  readonly meta: { readonly pagination: Readonly<Record<string, number | null>> };
}

export interface PagingOptions {
  readonly defaultSize: number;
  readonly largestSize: number;
}

/** Cuts the page that `page[number]` and `page[size]` ask for. A page past the end is empty, its totals unchanged. */
export function cutPage<T>(all: readonly T[], url: string, query: URLSearchParams, options: PagingOptions): Page<T> {
  const number = readPositive(query.get("page[number]")) ?? 1;
  const size = Math.min(readPositive(query.get("page[size]")) ?? options.defaultSize, options.largestSize);
  const last = Math.max(1, Math.ceil(all.length / size));
  const prev = number > 1 ? Math.min(number - 1, last) : null;
  const next = number < last ? number + 1 : null;
  const linkTo = createLinks(url, query, size);
  return {
    items: all.slice((number - 1) * size, number * size),
    links: { self: linkTo(number), first: linkTo(1), prev: linkTo(prev), next: linkTo(next), last: linkTo(last) },
    meta: {
      pagination: {
        "current-page": number,
        "prev-page": prev,
        "next-page": next,
        "total-pages": last,
        "total-count": all.length,
      },
    },
  };
}

function readPositive(text: string | null): number | undefined {
  return text !== null && /^[1-9]\d*$/.test(text) ? Number(text) : undefined;
}

/** Keeps what else was asked for: sort, filters, include. */
function createLinks(url: string, query: URLSearchParams, size: number): (page: number | null) => string | null {
  const kept = new URLSearchParams(query);
  kept.set("page[number]", "");
  kept.set("page[size]", String(size));
  return (page) => {
    if (page === null) return null;
    kept.set("page[number]", String(page));
    return `${url}?${kept}`;
  };
}
