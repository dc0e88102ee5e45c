import type { Contract } from "../contract/contract.ts";
import type { Incoming } from "./incoming.ts";

/** Makes the links of a documented example lead to where a request was sent. */
export type LinkLocator = (body: unknown, request: Incoming, path: string) => unknown;

type Locate = (link: string) => string;

/**
 * Links to the documented servers, whole ones and those that begin with the base path, lead to the mock under the base
 * path of the request. Links of the document itself are those between its pages: they lead to the very list that was asked
 * for. Links to anywhere else stay, and so does text that is no link.
 */
export function createLinkLocator({ bundle, basePaths }: Contract): LinkLocator {
  const documented = [...bundle.servers.map(({ url }) => url.replace(/\/$/, "")), ...basePaths];
  const beginnings = documented.filter((base) => base !== "").map(beginningOf);

  return (body, request, path) => {
    const { origin, pathname } = request.url;
    const basePath = pathname.slice(0, pathname.length - path.length);
    const locate = (link: string, target: (rest: string) => string) => {
      const beginning = beginnings.map((each) => each.exec(link)?.[0]).find((found) => found !== undefined);
      if (beginning === undefined) return link;
      return `${beginning.startsWith("/") ? "" : origin}${target(link.slice(beginning.length))}`;
    };
    const locateOther: Locate = (link) => locate(link, (rest) => `${basePath}${rest}`);
    const locateOwn: Locate = (link) => locate(link, (rest) => rest.replace(/^[^?]*/, () => pathname));
    return relinkMembers(body, (links) => relinkEach(links, locateOwn), locateOther);
  };
}

/** Variables of a base stand for any segment. */
function beginningOf(base: string): RegExp {
  const parts = base.split(/\{[^}]+\}/).map((part) => part.replaceAll(/[.*+?^$()|[\]\\]/g, String.raw`\$&`));
  return new RegExp(`^${parts.join("[^/?#]+")}(?=[/?#]|$)`);
}

function relinkMembers(value: unknown, relinkOwn: (links: unknown) => unknown, locate: Locate): unknown {
  const relinkOther = (links: unknown) => relinkEach(links, locate);
  if (Array.isArray(value)) return value.map((item) => relinkMembers(item, relinkOther, locate));
  if (typeof value !== "object" || value === null) return value;
  return Object.fromEntries(
    Object.entries(value).map(([name, child]) => [
      name,
      name === "links" ? relinkOwn(child) : relinkMembers(child, relinkOther, locate),
    ]),
  );
}

/** A links object (JSON:API, "Document links"): each is a text, an object with `href`, or null. */
function relinkEach(links: unknown, locate: Locate): unknown {
  if (typeof links === "string") return locate(links);
  if (typeof links !== "object" || links === null) return links;
  return Object.fromEntries(
    Object.entries(links).map(([name, link]) => {
      if (typeof link === "string") return [name, locate(link)];
      return [name, typeof link?.href === "string" ? { ...link, href: locate(link.href) } : link];
    }),
  );
}
