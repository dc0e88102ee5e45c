import type { ApiId } from "../apis/index.ts";
import type { SiteOptions } from "../front/create-site.ts";
import type { ReferenceSiteOptions } from "../reference/create-reference-site.ts";

interface CommonOptions extends Omit<SiteOptions, "contracts"> {
  /** All of them unless named. */
  readonly apis?: readonly ApiId[];
  /**
   * Where the application looks for an API, up to but without its first path segment; the documented address unless
   * named. May hold variables (`https://agentsmesh.ai/api/v1/ext/orgs/{slug}`), and be relative to the page.
   */
  readonly baseUrls?: Readonly<Partial<Record<ApiId, string>>>;
}

export interface StatefulHandlerOptions extends CommonOptions, Pick<ReferenceSiteOptions, "data" | "surroundings"> {
  readonly stateful?: true;
}

/** The static mock, which answers documented examples. It is Prism, and needs Node. */
export interface StaticHandlerOptions extends CommonOptions {
  readonly stateful: false;
}

export type HandlerOptions = StatefulHandlerOptions | StaticHandlerOptions;
