import { type HttpHandler, http } from "msw";
import { type ApiId, apiIds, isApiId } from "../apis/index.ts";
import { UsageError } from "../commands/usage-error.ts";
import { suggest } from "../config/suggestion.ts";
import type { Contract } from "../contract/contract.ts";
import { loadContract } from "../contract/load-contract.ts";
import { assertApis } from "../front/assert-apis.ts";
import { controlPath } from "../front/control.ts";
import type { Contracts, Site } from "../front/create-site.ts";
import { createMounts } from "../front/mounts.ts";
import { type BaseUrl, readBaseUrl } from "./base-url.ts";
import type { HandlerOptions } from "./handler-options.ts";

/** Makes the mock of those APIs that share an origin. */
export type SiteMaker = (ids: readonly ApiId[], contracts: Contracts) => Promise<Site>;

/**
 * One handler for each origin at which an API is looked for, as if a mock of its own stood there. It takes what is below
 * the base URLs and the control API; everything else passes it.
 * @throws {UsageError} for APIs that there are not, and for addresses that are none, or that two APIs share
 */
export async function createOriginHandlers(
  { apis = apiIds, baseUrls = {} }: Pick<HandlerOptions, "apis" | "baseUrls">,
  createSite: SiteMaker,
): Promise<HttpHandler[]> {
  assertApis(apis);
  assertNames(baseUrls);
  const placed = await Promise.all([...new Set(apis)].map((id) => place(id, baseUrls[id])));
  assertApart(placed);
  const origins = Map.groupBy(placed, ({ origin }) => origin);
  return Promise.all([...origins].map(([origin, here]) => createOriginHandler(origin, here, createSite)));
}

interface PlacedApi extends BaseUrl {
  readonly id: ApiId;
  /** With the path of the address for its only base path. */
  readonly contract: Contract;
}

async function place(id: ApiId, written: string | undefined): Promise<PlacedApi> {
  const contract = await loadContract(id);
  const base = readBaseUrl(id, written ?? contract.bundle.servers[0]?.url ?? "");
  return { ...base, id, contract: { ...contract, basePaths: [base.path] } };
}

function assertNames(baseUrls: object): void {
  const unknown = Object.keys(baseUrls).find((id) => !isApiId(id));
  if (unknown === undefined) return;
  throw new UsageError(`baseUrls.${unknown}: there is no such API; ${suggest(unknown, apiIds, "there are")}`);
}

function assertApart(placed: readonly PlacedApi[]): void {
  for (const [index, { id, origin, path }] of placed.entries()) {
    const other = placed.slice(0, index).find((each) => each.origin === origin && each.path === path);
    if (!other) continue;
    throw new UsageError(
      `baseUrls.${other.id} and baseUrls.${id} are both ${origin}${path}: give each an address of its own.`,
    );
  }
}

async function createOriginHandler(
  origin: string,
  here: readonly PlacedApi[],
  createSite: SiteMaker,
): Promise<HttpHandler> {
  const contracts = Object.fromEntries(here.map(({ id, contract }) => [id, contract])) as Contracts;
  const { handle } = await createSite(
    here.map(({ id }) => id),
    contracts,
  );
  const findMount = createMounts(here);
  const isOurs = ({ request }: { request: Request }) => {
    const url = new URL(request.url);
    if (url.origin !== origin) return false;
    return url.pathname.startsWith(`${controlPath}/`) || findMount(url.pathname) !== undefined;
  };
  return http.all(isOurs, ({ request }) => handle(request));
}
