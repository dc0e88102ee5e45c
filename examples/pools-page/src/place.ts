/** What the page shows; its address says it, so that it can be linked to and gone back to. */
export interface Place {
  readonly organization: string;
  /** Counted from 1. */
  readonly page: number;
}

export function readPlace(): Place {
  const query = new URLSearchParams(location.search);
  const page = Number(query.get("page"));
  return { organization: query.get("organization") || "acme", page: Number.isSafeInteger(page) && page > 0 ? page : 1 };
}

export function addressOf({ organization, page }: Place): string {
  return `?${new URLSearchParams({ organization, ...(page > 1 && { page: `${page}` }) })}`;
}
