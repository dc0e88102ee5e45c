import type { Page } from "playwright-core";
import { expect, test } from "vitest";
import { usePoolsPage } from "./use-pools-page.ts";

// Page and mock are those of the packed package: naming src/packed/ here has it packed before the tests begin.

// Where the vendor's documentation has the API: nothing of ours is there.
const apiUrl = "https://app.terraform.io/api/v2";
const open = usePoolsPage({ mode: "msw", apiUrl: () => apiUrl });

const create = async (page: Page, name: string) => {
  await page.getByRole("textbox", { name: "New pool" }).fill(name);
  await page.getByRole("button", { name: "Create pool" }).click();
};

test("a service worker answers for the API, and for nothing else", async () => {
  const page = await open();
  const answers: { url: string; isWorker: boolean }[] = [];
  page.on("response", (response) => answers.push({ url: response.url(), isWorker: response.fromServiceWorker() }));
  await page.getByText("45 pools in acme").waitFor();
  await page.getByRole("link", { name: "Next" }).click();
  await page.getByText("Page 2 of 5").waitFor();
  const ofApi = answers.filter(({ url }) => url.startsWith(apiUrl));
  expect(ofApi.length).toBeGreaterThan(0);
  expect(ofApi.filter(({ isWorker }) => !isWorker)).toEqual([]);
  const status = await page.evaluate(async () => (await fetch("/absent.json")).headers.get("content-type"));
  expect(status).toContain("text/html");
});

test("it keeps what is created, refuses it a second time, and lets it go", async () => {
  const page = await open();
  await create(page, "brand-new");
  await page.getByText("46 pools in acme").waitFor();
  await create(page, "brand-new");
  await page.getByRole("alert").getByText("Name has already been taken", { exact: true }).waitFor();
  await page.getByRole("button", { name: "Delete brand-new" }).click();
  await page.getByRole("button", { name: "Delete pool", exact: true }).click();
  await page.getByText("brand-new is deleted.").waitFor();
  expect(await page.locator("#total").textContent()).toBe("45 pools in acme");
});

test("it has the control API too", async () => {
  const page = await open();
  await page.getByText("45 pools in acme").waitFor();
  await page.getByRole("button", { name: "Refuse the next request" }).click();
  await page.getByText("Ordered.").waitFor();
  await page.getByRole("link", { name: "Next" }).click();
  expect(await page.getByRole("alert").textContent()).toMatch(/429\s+Too many requests.*wait 2 seconds/s);
});
