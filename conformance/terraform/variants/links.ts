import type { TerraformStore } from "../../../src/reference/terraform/store.ts";
import { combine, shown } from "../../proof/alterations.ts";
import { lists } from "../mutants/lists-anew.ts";
import { resourceOperations, type Shown, showingEach } from "./resources.ts";
import type { TerraformVariant } from "./terraform-variant.ts";

/** Changes the links between pages. */
function linkingPages(change: (link: string) => string) {
  return shown<TerraformStore>(lists, ({ links }) => {
    for (const [name, link] of Object.entries(links)) if (typeof link === "string") links[name] = change(link);
  });
}

/** Changes the links of resources and of their relationships. */
function linkingResources(change: (link: string, origin: string) => string) {
  return showingEach(resourceOperations, (resource, { baseUrl }) => {
    const { origin } = new URL(baseUrl);
    for (const links of linksIn(resource)) {
      for (const [name, link] of Object.entries(links))
        if (typeof link === "string") links[name] = change(link, origin);
    }
  });
}

function linksIn({ links, relationships = {} }: Shown) {
  return [links, ...Object.values(relationships).map((relationship) => relationship.links ?? {})];
}

export const absoluteLinks = linkingResources((link, origin) => `${origin}${link}`);

export const relativePages = linkingPages((link) => link.replace(/^https?:\/\/[^/]+/, ""));

export const noLinksAtTheEnds = shown<TerraformStore>(lists, ({ links }) => {
  for (const name of ["prev", "next"]) if (links[name] === null) delete links[name];
});

export const rawBrackets = linkingPages((link) => link.replaceAll("%5B", "[").replaceAll("%5D", "]"));

export const otherQueries = linkingPages((link) => {
  const [address, query = ""] = link.split("?");
  const turned = query.split("&").reverse().join("&").replaceAll("%5B", "%5b").replaceAll("%5D", "%5d");
  return `${address}?${turned}&utf8=%E2%9C%93`;
});

export const linksVariants: readonly TerraformVariant[] = [
  {
    id: "links-absolutely",
    difference: "gives links of resources with scheme and host, which is one of the readings.",
    alteration: absoluteLinks,
  },
  {
    id: "links-pages-relatively",
    difference: "gives links between pages as paths, which is one of the readings.",
    alteration: relativePages,
  },
  {
    id: "has-no-links-at-the-ends",
    difference: "leaves prev and next out where there is no such page, which is one of the readings.",
    alteration: noLinksAtTheEnds,
  },
  {
    id: "links-with-raw-brackets",
    difference: "does not encode the brackets in its links, as most clients take them.",
    alteration: rawBrackets,
  },
  {
    id: "links-with-other-queries",
    difference: "has the parameters of links in another order, encodes in lower case, and adds a parameter.",
    alteration: otherQueries,
  },
  {
    id: "links-the-other-way-round",
    difference: "gives links of resources absolutely and those between pages relatively, with raw brackets.",
    alteration: combine(absoluteLinks, relativePages, rawBrackets, noLinksAtTheEnds),
  },
];
