import { defaultMockUrl } from "./mock-address.ts";
import { siteFiles } from "./site-files.ts";
import { findFolder, replaceSiteFolder } from "./site-folder.ts";

export interface SiteOptions {
  /** Made if it is not there; an earlier site in it is replaced as a whole. */
  readonly outDirectory: string;
  /** Origin of the mock that "Test request" talks to first, without trailing slash. */
  readonly mockUrl?: string;
}

export interface BuiltSite {
  /** Absolute path of the folder. */
  readonly folder: string;
  readonly pages: number;
}

/**
 * Builds the docs site: static files that need no server and load nothing from elsewhere.
 * @throws {UsageError} if the folder holds anything but an earlier site, or cannot be written
 */
export async function buildSite({ outDirectory, mockUrl = defaultMockUrl }: SiteOptions): Promise<BuiltSite> {
  await findFolder(outDirectory);
  const files = await siteFiles(mockUrl);
  const folder = await replaceSiteFolder(outDirectory, files);
  return { folder, pages: [...files.keys()].filter((path) => path.endsWith(".html")).length };
}
