import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, afterEach, beforeAll, beforeEach } from "vitest";
import { createMock, type Mock } from "../mock/create-mock.ts";
import { chromiumRemedy, findChromium } from "../packed/find-chromium.ts";
import { openSiteBrowser, type SiteBrowser, type SitePageView } from "./site-browser.ts";
import { type SiteFiles, siteFiles } from "./site-files.ts";
import { replaceSiteFolder } from "./site-folder.ts";

/** A site that was built, a mock for its references, and a browser to look at it with. */
export interface SiteTrial {
  readonly files: SiteFiles;
  /** Where the site lies on the disk. */
  readonly folder: string;
  readonly mockUrl: string;
  /** Where it is served: `http://127.0.0.1:38723/docs/poolproof` */
  readonly url: string;
  /** Opens a page by its path in the site, or by the URL of a file; it is closed when the test ends. */
  readonly open: SiteBrowser["open"];
}

/** Has all of it made before the tests of a file and put away after them; without a Chromium they are skipped, and say why. */
export function useSite(): SiteTrial {
  const executablePath = findChromium();
  let mock: Mock;
  let files: SiteFiles;
  let folder: string;
  let browser: SiteBrowser;
  let opened: SitePageView[] = [];

  beforeAll(async () => {
    if (executablePath === undefined) return;
    mock = await createMock();
    files = await siteFiles(mock.url);
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
    await mock.close();
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
      return mock.url;
    },
    get url() {
      return browser.url;
    },
    open: async (path, options) => {
      const view = await browser.open(path.startsWith("file:") ? path : `${browser.url}/${path}`, options);
      opened.push(view);
      return view;
    },
  };
}
