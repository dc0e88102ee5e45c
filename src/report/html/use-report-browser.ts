import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { type Browser, type BrowserContextOptions, chromium, type Page } from "playwright-core";
import { afterAll, beforeAll, beforeEach } from "vitest";
import type { ReportDocument } from "../../../conformance/results/report.ts";
import { chromiumRemedy, findChromium } from "../../packed/find-chromium.ts";
import { htmlReport } from "./html-report.ts";

export interface ReportPage {
  readonly page: Page;
  /** Errors and warnings of the console, exceptions and dialogs: all that should never be. */
  readonly mishaps: readonly string[];
  /** What the page asked for, by URL. */
  readonly requests: readonly string[];
}

export interface ReportBrowser {
  /** Opens a report as a file in a browser of its own, at a place in it such as `#coverage`. */
  readonly open: (document: ReportDocument, hash?: string, options?: BrowserContextOptions) => Promise<ReportPage>;
  readonly close: () => Promise<void>;
}

/** A browser for all tests of a file. Where there is none they are skipped, with the word of what to do about it. */
export function useReportBrowser(): Pick<ReportBrowser, "open"> {
  const executablePath = findChromium();
  let browser: ReportBrowser | undefined;
  beforeAll(async () => {
    if (executablePath !== undefined) browser = await openReportBrowser(executablePath);
  });
  beforeEach(({ skip }) => skip(executablePath === undefined, chromiumRemedy));
  afterAll(() => browser?.close());
  return {
    open: (...args) => {
      if (!browser) throw new Error(chromiumRemedy);
      return browser.open(...args);
    },
  };
}

async function openReportBrowser(executablePath: string): Promise<ReportBrowser> {
  const browser: Browser = await chromium.launch({ executablePath, args: ["--no-sandbox"] });
  const folder = await mkdtemp(join(tmpdir(), "poolproof-report-"));
  const file = join(folder, "report.html");

  return {
    open: async (document, hash = "", options = {}) => {
      await writeFile(file, htmlReport(document));
      const context = await browser.newContext(options);
      const page = await context.newPage();
      const mishaps: string[] = [];
      const requests: string[] = [];
      page.on("console", (message) => {
        if (["error", "warning"].includes(message.type())) mishaps.push(message.text());
      });
      page.on("pageerror", (error) => mishaps.push(error.message));
      page.on("dialog", (dialog) => {
        mishaps.push(`dialog: ${dialog.message()}`);
        void dialog.dismiss();
      });
      page.on("request", (request) => requests.push(request.url()));
      await page.goto(pathToFileURL(file).href + hash);
      return { page, mishaps, requests };
    },
    close: async () => {
      await browser.close();
      await rm(folder, { recursive: true });
    },
  };
}
