import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, afterEach, beforeAll, beforeEach } from "vitest";
import { createMock, type Mock } from "../mock/create-mock.ts";
import { chromiumRemedy, findChromium } from "../packed/find-chromium.ts";
import { defaultMockUrl } from "./mock-address.ts";
import { type Look, openSiteBrowser, type SiteBrowser, type SitePageView } from "./site-browser.ts";
import { type SiteFiles, siteFiles } from "./site-files.ts";
import { replaceSiteFolder } from "./site-folder.ts";

/** A site that was built, and a browser to look at it with. */
export interface SiteTrial {
  readonly files: SiteFiles;
  /** Where the site lies on the disk. */
  readonly folder: string;
  /** The mock that the references ask. */
  readonly mockUrl: string;
  /** Where it is served: `http://127.0.0.1:38723/docs/poolproof` */
  readonly url: string;
  /** Opens a page by its path in the site, or by the URL of a file; it is closed when the test ends. */
  readonly open: SiteBrowser["open"];
  /** Shows a page by its path in a window that all tests of the file share, as it was left if it is shown already. */
  readonly visit: (path: string, look?: Look) => Promise<SitePageView>;
}

/** How pages are looked at: a desk, and a phone at night. */
export const looks = [
  { width: 1280, colorScheme: "light" },
  { width: 375, colorScheme: "dark" },
] as const satisfies readonly Look[];

/**
 * Has all of it made before the tests of a file and put away after them; without a Chromium they are skipped, and say why.
 * Only with `isMocked` there is a mock behind `mockUrl`.
 */
export function useSite({ isMocked = false }: { readonly isMocked?: boolean } = {}): SiteTrial {
  const executablePath = findChromium();
  let mock: Mock | undefined;
  let files: SiteFiles;
  let folder: string;
  let browser: SiteBrowser;
  let opened: SitePageView[] = [];

  beforeAll(async () => {
    if (executablePath === undefined) return;
    if (isMocked) mock = await createMock();
    files = await siteFiles(mock?.url ?? defaultMockUrl);
    folder = await replaceSiteFolder(join(await mkdtemp(join(tmpdir(), "poolproof-site-")), "site"), files);
    browser = await openSiteBrowser(executablePath, folder);
  });

  beforeEach(({ skip }) => skip(executablePath === undefined, chromiumRemedy));

  afterEach(async () => {
    await Promise.all(opened.map(({ page }) => page.context().close()));
    opened = [];
  });

  afterAll(async () => {
    if (executablePath === undefined) return;
    await browser.close();
    await mock?.close();
    await rm(join(folder, ".."), { recursive: true });
  });

  return {
    get files() {
      return files;
    },
    get folder() {
      return folder;
    },
    get mockUrl() {
      return mock?.url ?? defaultMockUrl;
    },
    get url() {
      return browser.url;
    },
    open: async (path, options) => {
      const view = await browser.open(path.startsWith("file:") ? path : `${browser.url}/${path}`, options);
      opened.push(view);
      return view;
    },
    visit: (path, look = looks[0]) => browser.visit(`${browser.url}/${path}`, look),
  };
}
