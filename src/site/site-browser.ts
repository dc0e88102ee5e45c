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
  /** Opens a URL in a browser of its own, and waits until what is made by scripts is there. */
  readonly open: (url: string, options?: BrowserContextOptions) => Promise<SitePageView>;
  readonly close: () => Promise<void>;
}

/** A browser and a server of static files that has a site in a folder below its root, for tests. */
export async function openSiteBrowser(executablePath: string, folder: string): Promise<SiteBrowser> {
  const browser: Browser = await chromium.launch({ executablePath, args: ["--no-sandbox"] });
  const server: RunningServer = await serve((request) => answer(folder, new URL(request.url).pathname));
  return {
    url: `${server.url}${base}`,
    open: (url, options) => open(browser, url, options),
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
  if (!content) return new Response("", { status: 404 });
  return new Response(content, { headers: { "Content-Type": types[extname(name)] ?? "application/octet-stream" } });
}

async function open(browser: Browser, url: string, options: BrowserContextOptions = {}): Promise<SitePageView> {
  const context = await browser.newContext(options);
  const page = await context.newPage();
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
  if (url.includes("/reference/"))
    await page
      .getByRole("button", { name: /^Test Request/ })
      .first()
      .waitFor();
  return { page, mishaps, requests };
}
