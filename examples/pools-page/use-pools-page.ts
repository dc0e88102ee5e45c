import { readdir, readFile } from "node:fs/promises";
import { join, relative } from "node:path";
import { fileURLToPath } from "node:url";
import { type Browser, type BrowserContextOptions, chromium, type Page } from "playwright-core";
import { type PreviewServer, preview } from "vite";
import { afterAll, afterEach, beforeAll, beforeEach, expect } from "vitest";
import { type Consumer, createConsumer } from "../../src/packed/consumer.ts";
import { chromiumRemedy, findChromium } from "../../src/packed/find-chromium.ts";

const folder = fileURLToPath(new URL(".", import.meta.url));

export interface PoolsPageOptions {
  /** Mode of Vite: `msw` has the mock in the page. */
  readonly mode: "production" | "msw";
  /** Where the page looks for the API. */
  readonly apiUrl: () => string;
}

/** Opens the page at an address in it, or another one at a whole URL. */
export type OpenPoolsPage = (address?: string, options?: BrowserContextOptions) => Promise<Page>;

/**
 * The page as somebody has it who has copied the folder and installed the package, built once and opened in a browser
 * of its own. After each test nothing must have gone wrong in any page. Without a browser the tests are skipped.
 */
export function usePoolsPage({ mode, apiUrl }: PoolsPageOptions): OpenPoolsPage {
  const executablePath = findChromium();
  const mishaps: string[] = [];
  let consumer: Consumer | undefined;
  let served: PreviewServer | undefined;
  let browser: Browser | undefined;

  beforeAll(async () => {
    if (executablePath === undefined) return;
    consumer = await createConsumer(await exampleFiles(), ["vite", "msw"]);
    const build = ["node_modules/vite/bin/vite.js", "build", "--mode", mode, "--logLevel", "error"];
    const { code, stderr } = await consumer.node(build, { VITE_API_URL: apiUrl() });
    if (code !== 0) throw new Error(stderr);
    served = await preview({
      root: consumer.folder,
      configFile: false,
      logLevel: "error",
      preview: { host: "127.0.0.1", port: 0 },
    });
    browser = await chromium.launch({ executablePath, args: ["--no-sandbox"] });
  });
  beforeEach(({ skip }) => skip(executablePath === undefined, chromiumRemedy));
  afterEach(async () => {
    await Promise.all((browser?.contexts() ?? []).map((context) => context.close()));
    expect(mishaps.splice(0)).toEqual([]);
  });
  afterAll(async () => {
    await browser?.close();
    await served?.close();
    await consumer?.remove();
  });

  return async (address = "", options = {}) => {
    if (!browser || !served) throw new Error(chromiumRemedy);
    const context = await browser.newContext(options);
    const page = await context.newPage();
    page.on("console", (message) => {
      // A browser reports every refusal so; the page has to show it, which the tests see to.
      const isRefusal = message.text().startsWith("Failed to load resource");
      if (["error", "warning"].includes(message.type()) && !isRefusal) mishaps.push(message.text());
    });
    page.on("pageerror", (error) => mishaps.push(error.message));
    await page.goto(new URL(address, served.resolvedUrls?.local[0]).href);
    return page;
  };
}

/** What somebody copies: the folder without our tests. */
async function exampleFiles(): Promise<Record<string, string>> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  const files = entries
    .filter((entry) => entry.isFile())
    .map(({ parentPath, name }) => relative(folder, join(parentPath, name)))
    .filter((name) => !/^(node_modules|dist)\/|\.test\.ts$|^use-/.test(name));
  const texts = files.map(async (name) => [name, await readFile(join(folder, name), "utf8")] as const);
  return Object.fromEntries(await Promise.all(texts));
}
