import type { TerraformStore } from "../../../src/reference/terraform/store.ts";
import { shown } from "../../proof/alterations.ts";
import { lists } from "./lists-anew.ts";
import type { TerraformMutant } from "./terraform-mutant.ts";

type Links = Record<string, string | null>;

/** A sound page with other links. */
function linking(ids: string | readonly string[], change: (links: Links) => void) {
  return shown<TerraformStore>(ids, ({ links }) => change(links));
}

/** Changes each of the links that are there. */
function everyLink(ids: string | readonly string[], change: (link: URL) => URL | string) {
  return linking(ids, (links) => {
    for (const [name, link] of Object.entries(links)) if (link !== null) links[name] = String(change(new URL(link)));
  });
}

function without(link: URL, ...names: readonly string[]): URL {
  for (const name of names) link.searchParams.delete(name);
  return link;
}

export const linksMutants: readonly TerraformMutant[] = [
  {
    id: "leaves-the-page-size-out-of-links",
    family: "pagination",
    requirement: "pagination.walk",
    fault: "names the page in links and not the size asked for, so that a walk misses resources.",
    alteration: everyLink(lists, (link) => without(link, "page[size]")),
  },
  {
    id: "leaves-the-sort-out-of-links",
    family: "pagination",
    requirement: "pagination.link-targets",
    fault: "names the page in links and not the sort asked for, so that a walk goes on in another order.",
    alteration: everyLink("listAgentPools", (link) => without(link, "sort")),
  },
  {
    id: "leaves-the-filter-out-of-links",
    family: "pagination",
    requirement: "pagination.link-targets",
    fault: "links from a page of filtered agents to pages of all agents.",
    alteration: everyLink("listAgents", (link) => without(link, "filter[last-ping-since]")),
  },
  {
    id: "encodes-links-twice",
    family: "pagination",
    requirement: "pagination.link-targets",
    fault: "percent-encodes the query of links a second time, so that all of them lead to the first page.",
    alteration: everyLink(lists, (link) => link.href.replaceAll("%", "%25")),
  },
  {
    id: "links-to-the-page-after-the-last",
    family: "pagination",
    requirement: "pagination.link-targets",
    fault: "leads from last to a page behind the last one.",
    alteration: linking(lists, (links) => {
      const last = new URL(links.last ?? "");
      last.searchParams.set("page[number]", String(Number(last.searchParams.get("page[number]")) + 1));
      links.last = last.href;
    }),
  },
  {
    id: "calls-every-page-the-first",
    family: "pagination",
    requirement: "pagination.link-targets",
    fault: "gives the address of the first page as self of every page.",
    alteration: linking("listAgents", (links) => {
      links.self = links.first ?? null;
    }),
  },
  {
    id: "exchanges-prev-and-next",
    family: "pagination",
    requirement: "pagination.links-agree",
    fault: "calls the page before next and the page after prev in its links, and not in meta.",
    alteration: linking("listAgentPools", (links) => {
      [links.prev, links.next] = [links.next ?? null, links.prev ?? null];
    }),
  },
  {
    id: "leads-from-the-last-page-to-itself",
    family: "pagination",
    requirement: "pagination.prev-and-next-links",
    fault: "gives the last page itself as next of the last page.",
    alteration: linking("listAgents", (links) => {
      links.next ??= links.self ?? null;
    }),
  },
  {
    id: "gives-empty-links-at-the-ends",
    family: "pagination",
    requirement: "pagination.prev-and-next-links",
    fault: "gives an empty string as prev and next where there is no such page.",
    alteration: linking("listAgentPools", (links) => {
      links.prev ??= "";
      links.next ??= "";
    }),
  },
];
