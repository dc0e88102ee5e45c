import { execFile } from "node:child_process";
import { promisify } from "node:util";
import { type Browser, type BrowserContextOptions, chromium, type Page } from "playwright-core";
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from "vitest";
import type { RunningApis } from "../host/serve-apis.ts";
import { createMock } from "../mock/create-mock.ts";
import { chromiumRemedy, findChromium } from "../packed/find-chromium.ts";
import { createReferenceServer } from "../reference/create-reference-server.ts";
import { seriousFindings } from "../site/serious-findings.ts";

const run = promisify(execFile);
const executablePath = findChromium();
let browser: Browser | undefined;
beforeAll(async () => {
  if (executablePath !== undefined) browser = await chromium.launch({ executablePath, args: ["--no-sandbox"] });
});
beforeEach((context) => context.skip(executablePath === undefined, chromiumRemedy));
afterAll(() => browser?.close());

describe.each([
  { kind: "static", create: createMock },
  { kind: "stateful", create: createReferenceServer },
] as const)("the start page of the $kind mock", ({ create }) => {
  let mock: RunningApis;
  const mishaps: string[] = [];
  beforeAll(async () => {
    mock = await create();
  });
  afterEach(async () => {
    await Promise.all((browser?.contexts() ?? []).map((context) => context.close()));
    expect(mishaps.splice(0)).toEqual([]);
  });
  afterAll(() => mock.close());

  async function open(options: BrowserContextOptions = {}): Promise<Page> {
    const context = await browser?.newContext(options);
    const page = await context?.newPage();
    if (!page) throw new Error("there is no browser");
    page.on("console", (message) => {
      if (["error", "warning"].includes(message.type())) mishaps.push(message.text());
    });
    page.on("pageerror", (error) => mishaps.push(error.message));
    page.on("request", (request) => {
      if (!request.url().startsWith(`${mock.url}/`) && !request.url().startsWith("data:")) mishaps.push(request.url());
    });
    await page.goto(`${mock.url}/`);
    return page;
  }

  test.each([
    { colorScheme: "light", width: 1280 },
    { colorScheme: "dark", width: 1280 },
    { colorScheme: "light", width: 360 },
  ] as const)("has nothing serious for axe, and fits, in $colorScheme at $width", async ({ colorScheme, width }) => {
    const page = await open({ colorScheme, viewport: { width, height: 800 } });
    expect(await seriousFindings(page)).toEqual([]);
    const sideways = await page.evaluate(
      () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
    );
    expect(sideways).toBe(0);
  });

  test("copies a curl line that answers, and says so", async () => {
    const page = await open({ permissions: ["clipboard-read", "clipboard-write"] });
    const buttons = page.getByRole("button", { name: /^Copy the curl line for GET \// });
    expect(await buttons.count()).toBeGreaterThan(10);
    await buttons.first().click();
    await page.getByRole("status").getByText("Copied.").waitFor();
    const line = await page.evaluate(() => navigator.clipboard.readText());
    expect(line).toMatch(/^curl -i -H 'Authorization: Bearer /);
    const { stdout } = await run("sh", ["-c", `${line} --silent`]);
    expect(stdout).toMatch(/^HTTP\/1\.1 200 OK\r\n/);
    expect(stdout).toContain('"type":"agent-pools"');
  });

  test("selects the line where there is no clipboard", async () => {
    const page = await open();
    await page.evaluate(() => {
      navigator.clipboard.writeText = () => Promise.reject(new Error("refused"));
    });
    const button = page.getByRole("button", { name: /^Copy the curl line for POST \/_poolproof\/faults/ });
    await button.press("Enter");
    await page.getByRole("status").getByText("Selected: copy it with your keyboard.").waitFor();
    expect(await page.evaluate(() => `${getSelection()}`)).toMatch(/^curl -i -X POST -d '\{"status":429/);
  });
});
