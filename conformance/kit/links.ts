import type { Route } from "../../src/contract/route.ts";
import type { Exchange } from "./exchange.ts";
import type { Session } from "./session.ts";

/** What a link asks for: an operation with its path parameters, and its query. */
export interface LinkTarget extends Route {
  /** Absolute. */
  readonly url: URL;
  readonly query: Readonly<Record<string, string>>;
}

/**
 * What a link of an answer leads to when it is followed by GET; undefined where that is nothing the API documents.
 * Behind a proxy the host of a link and the beginning of its path can rightly be others than ours, so the end of the
 * path decides. Nothing is sent.
 */
export function targetOf({ contract }: Session, link: unknown, { request }: Exchange): LinkTarget | undefined {
  if (typeof link !== "string" || !URL.canParse(link, request.url)) return undefined;
  const url = new URL(link, request.url);
  const query = Object.fromEntries(url.searchParams);
  const segments = url.pathname.split("/");
  for (let start = 1; start < segments.length; start += 1) {
    const route = contract.match("GET", `/${segments.slice(start).join("/")}`);
    if (route.operation) return { ...route, url, query };
  }
  return undefined;
}

/** The address in a link: JSON:API has links as strings and as objects with `href`. */
export function hrefOf(link: unknown): unknown {
  return typeof link === "object" && link !== null && "href" in link ? link.href : link;
}

/**
 * Where two links to one thing are both paths from the root of the host, and not the same one: behind a proxy both may
 * begin otherwise than ours, but not each in its own way.
 */
export function pathFault(
  link: unknown,
  other: unknown,
): { readonly expected: string; readonly got: string } | undefined {
  const [path, otherPath] = [link, other].map(pathOf);
  if (path === undefined || otherPath === undefined || path === otherPath) return undefined;
  return { expected: `${otherPath}, as it is linked elsewhere`, got: path };
}

function pathOf(link: unknown): string | undefined {
  const href = hrefOf(link);
  return typeof href === "string" && /^\/(?!\/)/.test(href) ? href.replace(/[?#].*$/s, "") : undefined;
}
