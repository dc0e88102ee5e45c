import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import type { Page } from "playwright-core";
import { createServer } from "vite";
import { describe, expect, onTestFinished, test } from "vitest";
import { useMock } from "./use-mock.ts";
import { usePoolsPage } from "./use-pools-page.ts";

// Page and mock are those of the packed package: naming src/packed/ here has it packed before the tests begin.
const { origin, control } = useMock();
const open = usePoolsPage({ mode: "production", apiUrl: () => `${origin()}/api/v2` });

const names = (page: Page) => page.locator("tbody .name").allTextContents();
const nameInput = (page: Page) => page.getByRole("textbox", { name: "New pool" });
const create = async (page: Page, name: string) => {
  await nameInput(page).fill(name);
  await page.getByRole("button", { name: "Create pool" }).click();
};

test("lists the newest pools, ten on a page", async () => {
  const page = await open();
  await page.getByText("45 pools in acme").waitFor();
  expect(await names(page)).toHaveLength(10);
  expect((await names(page))[0]).toBe("lab_42");
});

test("pages forward and back, and the address says where", async () => {
  const page = await open();
  const says = (text: string) => page.getByText(text, { exact: true }).waitFor();
  await says("Page 1 of 5");
  const first = await names(page);
  await page.getByRole("link", { name: "Next" }).click();
  await says("Page 2 of 5");
  expect(new URL(page.url()).search).toBe("?organization=acme&page=2");
  const second = await names(page);
  expect(second.filter((name) => first.includes(name))).toEqual([]);
  await page.getByRole("link", { name: "Previous" }).click();
  await says("Page 1 of 5");
  expect(await names(page)).toEqual(first);
  await page.goBack();
  await says("Page 2 of 5");
  expect(await names(page)).toEqual(second);
  await page.reload();
  await says("Page 2 of 5");
});

test("the last page leads back only, and keeps the focus", async () => {
  const page = await open("?page=4");
  await page.getByRole("link", { name: "Next" }).press("Enter");
  await page.getByText("Page 5 of 5").waitFor();
  expect(await page.getByRole("link", { name: "Next" }).count()).toBe(0);
  expect(await page.evaluate(() => document.activeElement?.textContent)).toBe("Previous");
});

test("creates a pool, which then comes first", async () => {
  const page = await open("?page=3");
  await create(page, "brand-new");
  await page.getByText("brand-new is created.").waitFor();
  await page.getByText("46 pools in acme").waitFor();
  expect((await names(page))[0]).toBe("brand-new");
  expect(await nameInput(page).inputValue()).toBe("");
});

test("shows the error object for a name that is taken, and what is to blame", async () => {
  const page = await open();
  await create(page, "dns");
  const alert = page.getByRole("alert");
  expect(await alert.textContent()).toMatch(/422\s+Invalid attribute\s+Name has already been taken/);
  expect(await nameInput(page).getAttribute("aria-invalid")).toBe("true");
  await alert.getByText("The answer, as it came").click();
  const document = JSON.parse((await alert.locator("pre").textContent()) ?? "");
  expect(document.errors[0].source).toEqual({ pointer: "/data/attributes/name" });
  await nameInput(page).fill("dns-2");
  expect(await alert.count()).toBe(0);
  expect(await nameInput(page).getAttribute("aria-invalid")).toBeNull();
});

describe("deleting", () => {
  test("asks first, and keeps the pool if told so", async () => {
    const page = await open();
    await page.getByRole("button", { name: "Delete lab_42" }).click();
    await page.getByRole("dialog", { name: "Delete lab_42?" }).getByRole("button", { name: "Keep it" }).click();
    await page.getByRole("button", { name: "Delete lab_42" }).click();
    await page.keyboard.press("Escape");
    await page.reload();
    await page.getByText("45 pools in acme").waitFor();
    expect((await names(page))[0]).toBe("lab_42");
  });

  test("removes the pool, says so and keeps the focus near", async () => {
    const page = await open();
    await page.getByRole("button", { name: "Delete lab_42" }).click();
    await page.getByRole("button", { name: "Delete pool" }).click();
    await page.getByText("lab_42 is deleted.").waitFor();
    expect(await names(page)).not.toContain("lab_42");
    expect(await page.locator("#total").textContent()).toBe("44 pools in acme");
    expect(await page.evaluate(() => document.activeElement?.id)).toBe("pools");
  });

  test("leads to the page before when a page has become empty", async () => {
    const pools = Array.from({ length: 11 }, (_, index) => ({ name: `pool-${index}`, organization: "acme" }));
    await control("PUT", "state", { terraform: { pools } });
    const page = await open("?page=2");
    await page.getByRole("button", { name: "Delete pool-0" }).click();
    await page.getByRole("button", { name: "Delete pool", exact: true }).click();
    await page.getByText("10 pools in acme").waitFor();
    expect(await names(page)).toHaveLength(10);
    expect(await page.locator("#pager").isVisible()).toBe(false);
  });
});

describe("a refusal on demand", () => {
  test("is shown with the time to wait, and tried again", async () => {
    const page = await open();
    await page.getByText("Page 1 of 5").waitFor();
    await control("POST", "faults", { status: 429, retryAfter: 3 });
    await page.getByRole("link", { name: "Next" }).click();
    expect(await page.getByRole("alert").textContent()).toMatch(/429\s+Too many requests.*wait 3 seconds/s);
    await page.getByRole("button", { name: "Try again" }).click();
    await page.getByText("Page 2 of 5").waitFor();
    expect(await page.getByRole("alert").count()).toBe(0);
    expect(await page.evaluate(() => document.activeElement?.id)).toBe("pools");
  });

  test("can be ordered by the page itself, and meets what is created too", async () => {
    const page = await open();
    await page.getByText("Page 1 of 5").waitFor();
    await page.getByRole("button", { name: "Refuse the next request" }).click();
    await page.getByText("Ordered.").waitFor();
    await create(page, "second-time-lucky");
    await page.getByRole("alert").getByText("429", { exact: true }).waitFor();
    await page.getByRole("button", { name: "Try again" }).click();
    await page.getByText("second-time-lucky is created.").waitFor();
  });
});

test("says so where there is no pool yet", async () => {
  const page = await open();
  await page.getByRole("textbox", { name: "Organization" }).fill("sandbox");
  await page.getByRole("button", { name: "Show" }).click();
  await page.getByText("No pools yet").waitFor();
  expect(await page.getByRole("table").count()).toBe(0);
  await create(page, "first");
  await page.getByText("1 pool in sandbox").waitFor();
  expect(await names(page)).toEqual(["first"]);
});

test("shows the error object of an organization that is not there", async () => {
  const page = await open("?organization=nowhere");
  expect(await page.getByRole("alert").textContent()).toMatch(/404\s+Not found/);
});

test("asks for the mock where nothing answers", async () => {
  const page = await open();
  await page.getByText("Page 1 of 5").waitFor();
  await page.route("**/api/v2/**", (route) => route.abort());
  await page.getByRole("link", { name: "Next" }).click();
  expect(await page.getByRole("alert").textContent()).toContain(`Is the mock running at ${origin()}/api/v2?`);
});

test("what a server says is text and nothing else", async () => {
  const page = await open();
  await page.getByText("Page 1 of 5").waitFor();
  const detail = "<img src=x onerror=\"document.title='run'\">";
  await page.route("**/api/v2/**", (route) =>
    route.fulfill({
      status: 400,
      headers: { "Access-Control-Allow-Origin": "*", "Content-Type": "application/vnd.api+json" },
      body: JSON.stringify({ errors: [{ title: "odd", detail }] }),
    }),
  );
  await page.getByRole("link", { name: "Next" }).click();
  expect(await page.locator(".detail").textContent()).toBe(detail);
  expect(await page.locator("img").count()).toBe(0);
});

test("the development server shows it from the sources of this repository", async () => {
  const cacheDir = await mkdtemp(join(tmpdir(), "poolproof-vite-"));
  const server = await createServer({
    configFile: fileURLToPath(new URL("vite.config.ts", import.meta.url)),
    cacheDir,
    logLevel: "error",
    define: { "import.meta.env.VITE_API_URL": JSON.stringify(`${origin()}/api/v2`) },
    server: { host: "127.0.0.1", port: 0 },
  });
  onTestFinished(async () => {
    await server.close();
    await rm(cacheDir, { recursive: true, force: true });
  });
  await server.listen();
  const page = await open(server.resolvedUrls?.local[0]);
  await page.getByText("45 pools in acme").waitFor();
  const loaded = [...server.moduleGraph.fileToModulesMap.keys()];
  expect(loaded).toContain(fileURLToPath(new URL("../../src/exports/terraform.ts", import.meta.url)));
});
