import { cutPage } from "../../../src/reference/json-api-paging.ts";
import type { TerraformStore } from "../../../src/reference/terraform/store.ts";
import { combine, shown, tolerating } from "../../proof/alterations.ts";
import { lists, paging } from "../mutants/lists-anew.ts";
import type { TerraformVariant } from "./terraform-variant.ts";

/** Lets page numbers and sizes through that the reference refuses; whatever is no positive integer counts for nothing. */
export const anyPage = tolerating<TerraformStore>(
  ({ place, pointer }) => place === "parameter" && pointer.startsWith("page["),
);

const oversize = tolerating<TerraformStore>(
  ({ place, pointer, expected }) => place === "parameter" && pointer === "page[size]" && expected.includes("at most"),
);

/** Cuts pages of other sizes. */
export function sized(defaultSize: number, largestSize: number) {
  return combine<TerraformStore>(
    oversize,
    paging(lists, (all, url, query) => cutPage(all, url, query, { defaultSize, largestSize })),
  );
}

/** Gives a page past the end another page before it. */
function beforePastEnd(prevOf: (current: number) => number | null) {
  return shown<TerraformStore>(lists, ({ links, meta: { pagination } }) => {
    const { "current-page": current, "total-pages": pages } = pagination;
    if (current <= pages) return;
    const prev = prevOf(current);
    pagination["prev-page"] = prev;
    links.prev = prev === null ? null : withNumber(links.self, prev);
  });
}

function withNumber(link: string, number: number): string {
  const url = new URL(link);
  url.searchParams.set("page[number]", String(number));
  return url.href;
}

export const pagesOfTwo = sized(2, 2);

export const noPageOfNothing = shown<TerraformStore>(lists, ({ meta: { pagination } }) => {
  if (pagination["total-count"] === 0) pagination["total-pages"] = 0;
});

export const pagesVariants: readonly TerraformVariant[] = [
  {
    id: "pages-one-by-one",
    difference: "puts one resource on a page unless asked for more; the page names no default size.",
    alteration: sized(1, 100),
  },
  {
    id: "caps-pages-at-two",
    difference: "puts two resources on a page at most; the page names no largest size.",
    alteration: pagesOfTwo,
  },
  {
    id: "caps-pages-at-three",
    difference: "puts three resources on a page by default and at most.",
    alteration: sized(3, 3),
  },
  {
    id: "caps-pages-at-ten",
    difference: "puts five resources on a page by default and ten at most, less than it has by default elsewhere.",
    alteration: sized(5, 10),
  },
  {
    id: "caps-pages-at-a-hundred",
    difference: "takes a size over 100 for 100, which is one of the readings.",
    alteration: sized(20, 100),
  },
  {
    id: "caps-no-pages",
    difference: "takes sizes over 100 as they are, which is one of the readings, and puts all on a page by default.",
    alteration: sized(1000, Number.MAX_SAFE_INTEGER),
  },
  {
    id: "overlooks-pages-that-are-no-numbers",
    difference: "takes page numbers and sizes that are no positive integers for none, which is one of the readings.",
    alteration: anyPage,
  },
  {
    id: "counts-no-page-of-nothing",
    difference: "gives 0 as the number of pages that no resources take.",
    alteration: noPageOfNothing,
  },
  {
    id: "has-no-page-before-one-past-the-end",
    difference: "knows no page before one past the end, which the page does not speak of.",
    alteration: beforePastEnd(() => null),
  },
  {
    id: "counts-back-from-past-the-end",
    difference: "gives the number before as the page before one past the end, where there is none either.",
    alteration: beforePastEnd((current) => current - 1),
  },
];
