import { readFile } from "node:fs/promises";
import { extname, join } from "node:path";
import { type Browser, type BrowserContextOptions, chromium, type Page } from "playwright-core";
import { type RunningServer, serve } from "../host/serve.ts";

export interface SitePageView {
  readonly page: Page;
  /** Errors and warnings of the console, exceptions, and answers that are no success: all that should never be. */
  readonly mishaps: readonly string[];
  /** What the page asked for, by URL. */
  readonly requests: readonly string[];
}

export interface SiteBrowser {
  /** `http://127.0.0.1:38723/docs/poolproof` */
  readonly url: string;
  /** Opens a URL in a window of its own that shares nothing with others, and waits until what is made by scripts is there. */
  readonly open: (url: string, options?: BrowserContextOptions) => Promise<SitePageView>;
  /** The same in the one window that is kept, which is quick: what is shown already is not loaded again. */
  readonly visit: (url: string, look: Look) => Promise<SitePageView>;
  readonly close: () => Promise<void>;
}

export interface Look {
  /** Of the window, in CSS pixels. */
  readonly width: number;
  readonly colorScheme: "light" | "dark";
}

/** A browser and a server of static files that has a site in a folder below its root, for tests. */
export async function openSiteBrowser(executablePath: string, folder: string): Promise<SiteBrowser> {
  const browser: Browser = await chromium.launch({ executablePath, args: ["--no-sandbox"] });
  const server: RunningServer = await serve((request) => answer(folder, new URL(request.url).pathname));
  let kept: Page | undefined;
  let shown: { readonly url: string; readonly view: SitePageView } | undefined;
  return {
    url: `${server.url}${base}`,
    open: async (url, options) => {
      const context = await browser.newContext(options);
      return load(await context.newPage(), url);
    },
    visit: async (url, { width, colorScheme }) => {
      kept ??= await (await browser.newContext()).newPage();
      if (shown?.url !== url) {
        // What the last page still asks for ends here, and is not told of the next one.
        kept.removeAllListeners();
        await kept.goto("about:blank");
      }
      await kept.setViewportSize({ width, height: 900 });
      // What moves is not yet what it will be.
      await kept.emulateMedia({ colorScheme, reducedMotion: "reduce" });
      if (shown?.url !== url) shown = { url, view: await load(kept, url) };
      return shown.view;
    },
    close: async () => {
      await browser.close();
      await server.close();
    },
  };
}

/** Where a site seldom stands, so that what takes the root for its own is seen. */
const base = "/docs/poolproof";

const types: Readonly<Record<string, string>> = {
  ".html": "text/html; charset=utf-8",
  ".js": "text/javascript",
  ".css": "text/css",
  ".svg": "image/svg+xml",
  ".json": "application/json",
};

async function answer(folder: string, pathname: string): Promise<Response> {
  const path = decodeURIComponent(pathname);
  if (!path.startsWith(`${base}/`) || path.includes("..")) return new Response("", { status: 404 });
  const name = path.slice(base.length + 1).replace(/(^|\/)$/, "$1index.html");
  const content = await readFile(join(folder, name)).catch(() => undefined);
  if (!content) return missing(folder);
  const headers = {
    "Content-Type": types[extname(name)] ?? "application/octet-stream",
    "Cache-Control": "max-age=600",
  };
  return new Response(content, { headers });
}

/** As the usual hosts of static files do. */
async function missing(folder: string): Promise<Response> {
  const content = await readFile(join(folder, "404.html"));
  return new Response(content, { status: 404, headers: { "Content-Type": "text/html; charset=utf-8" } });
}

async function load(page: Page, url: string): Promise<SitePageView> {
  const mishaps: string[] = [];
  const requests: string[] = [];
  page.on("console", (message) => {
    if (["error", "warning"].includes(message.type())) mishaps.push(message.text());
  });
  page.on("pageerror", (error) => mishaps.push(error.message));
  page.on("requestfailed", (request) => mishaps.push(`${request.url()}: ${request.failure()?.errorText}`));
  page.on("response", (response) => {
    if (!response.ok() && response.url().startsWith("http")) mishaps.push(`${response.url()}: ${response.status()}`);
  });
  page.on("request", (request) => requests.push(request.url()));
  await page.goto(url);
  if (url.includes("/reference/")) {
    await page
      .getByRole("button", { name: /^Test Request/ })
      .first()
      .waitFor();
  }
  return { page, mishaps, requests };
}
