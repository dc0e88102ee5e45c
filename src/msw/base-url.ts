import { type ApiId, apis } from "../apis/index.ts";
import { UsageError } from "../commands/usage-error.ts";

/** An address at which an application looks for an API. */
export interface BaseUrl {
  readonly origin: string;
  /** Without trailing slash; may hold `{variables}`. */
  readonly path: string;
}

/**
 * Reads the address of an API; a relative one is of the page's origin, where there is a page.
 * @throws {UsageError} if it is none
 */
export function readBaseUrl(id: ApiId, written: string): BaseUrl {
  const page = (globalThis as { readonly location?: { readonly href: string } }).location?.href;
  const url = URL.canParse(written, page) ? new URL(written, page) : undefined;
  if (!url || !/^https?:$/.test(url.protocol) || url.search !== "" || url.hash !== "") {
    throw new UsageError(
      `baseUrls.${id} is ${JSON.stringify(written)}: give an address such as "https://mock.test/api", which ends before ${apis[id].urlEndsBefore}.`,
    );
  }
  const path = url.pathname.replaceAll("%7B", "{").replaceAll("%7D", "}").replace(/\/+$/, "");
  return { origin: url.origin, path };
}
