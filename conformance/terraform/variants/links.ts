import type { TerraformStore } from "../../../src/reference/terraform/store.ts";
import { combine, shown } from "../../proof/alterations.ts";
import { lists } from "../mutants/lists-anew.ts";
import { poolOperations, resourceOperations, type Shown, showingEach } from "./resources.ts";
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

/** What a proxy leaves as it is, although it serves the API below another path of another host. */
const behindProxy = combine<TerraformStore>(
  linkingResources((link) => link.replace(/^\/(.*\/)?(?=agent-pools\/|agents\/)/, "https://backend.example/internal/")),
  linkingPages((link) => link.replace(/^.*\/(?=organizations\/|agent-pools\/)/, "https://backend.example/internal/")),
);

const absoluteAlone = showingEach(["showAgentPool", "createAgentPool", "updateAgentPool"], (pool, { baseUrl }) => {
  const { origin } = new URL(baseUrl);
  for (const links of linksIn(pool)) for (const [name, link] of Object.entries(links)) links[name] = `${origin}${link}`;
});

const tokensElsewhere = showingEach(poolOperations, ({ id, relationships = {} }) => {
  relationships["authentication-tokens"] = { links: { related: `https://tokens.example/of?pool=${id}` } };
});

/** Names a size only to who has asked for one. */
const numbersOnly = shown<TerraformStore>(lists, ({ links }, { query }) => {
  if (query.has("page[size]")) return;
  for (const [name, link] of Object.entries(links)) {
    if (typeof link === "string") links[name] = link.replace(/&?page%5Bsize%5D=\d+/, "").replace("?&", "?");
  }
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
    id: "links-from-behind-a-proxy",
    difference: "stands behind a proxy that leaves host and base path in links as they are.",
    alteration: behindProxy,
  },
  {
    id: "links-absolutely-from-one-alone",
    difference: "gives links of a pool absolutely where it shows it alone, and relatively where it lists it.",
    alteration: absoluteAlone,
  },
  {
    id: "links-to-tokens-elsewhere",
    difference: "has the tokens of each pool at another host, since they have a page of their own.",
    alteration: tokensElsewhere,
  },
  {
    id: "names-no-size-in-links-unasked",
    difference: "names a size in the links between pages only where one was asked for.",
    alteration: numbersOnly,
  },
  {
    id: "links-the-other-way-round",
    difference: "gives links of resources absolutely and those between pages relatively, with raw brackets.",
    alteration: combine(absoluteLinks, relativePages, rawBrackets, noLinksAtTheEnds),
  },
];
