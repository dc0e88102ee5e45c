import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { describe, expect, test } from "vitest";
import { loadingFaults, lookFaults } from "./page-faults.ts";
import { looks, useSite } from "./site-trial.ts";

const site = useSite();

/** Of each kind of page the smallest: the others differ in nothing but their rows. References are tried beside. */
const kinds = [
  ...["index.html", "comparison.html", "proof.html", "downloads/index.html", "guides/index.html"],
  ...["guides/run-the-suite.html", "guides/grade-a-release-in-ci.html"],
  ...["requirements/agentsmesh.html", "checks/agentsmesh.html"],
];

describe.each(kinds)("%s", (path) => {
  test("shows without a mishap, and asks for nothing outside its folder", async () => {
    // The first look is the one that it is loaded with: half of them on a phone.
    const view = await site.visit(path, looks[kinds.indexOf(path) % looks.length]);
    expect(await loadingFaults(view, site.url)).toEqual([]);
  });

  test.each(looks)("has nothing that axe calls serious at $width in $colorScheme, and fits", async (look) => {
    const { page } = await site.visit(path, look);
    expect(await lookFaults(page)).toEqual([]);
  });
});

test("shows every other page without a mishap, and asks for nothing outside its folder", async () => {
  const others = [...site.files.keys()].filter(
    (path) => path.endsWith(".html") && !kinds.includes(path) && !path.startsWith("reference/"),
  );
  expect(others.length).toBeGreaterThan(8);
  for (const path of others) {
    const view = await site.visit(path);
    expect({ path, faults: await loadingFaults(view, site.url) }).toEqual({ path, faults: [] });
  }
});

test("can be walked by keyboard, from a link past the head", async () => {
  const { page } = await site.open("index.html");
  await page.keyboard.press("Tab");
  const skip = page.getByRole("link", { name: "Skip to the content" });
  expect(await skip.evaluate((link) => link === document.activeElement && link.checkVisibility())).toBe(true);
  await page.keyboard.press("Enter");
  expect(await page.evaluate(() => document.activeElement?.id)).toBe("content");
  await page.keyboard.press("Tab");
  const outline = await page.evaluate(() => getComputedStyle(document.activeElement ?? document.body).outlineStyle);
  expect(outline).toBe("solid");
});

test("keeps the colours that a reader has chosen, in the reference too", async () => {
  const { page } = await site.open("index.html", { colorScheme: "light" });
  const paper = () => page.evaluate(() => getComputedStyle(document.body).backgroundColor);
  const light = await paper();
  await page.getByRole("radio", { name: "dark" }).check();
  const dark = await paper();
  expect(dark).not.toBe(light);
  await page.goto(`${site.url}/reference/pulumi.html`);
  await page.locator("body.dark-mode").waitFor();
  expect(await paper()).toBe(dark);
});

test("narrows the rows by operation", async () => {
  const { page } = await site.open("requirements/pulumi.html");
  await page.getByRole("combobox", { name: "Operation" }).selectOption("deleteAgentPool");
  const shown = await page.locator(".row:not([hidden])").evaluateAll((rows) => rows.map(({ id }) => id));
  expect(shown).toContain("delete-agent-pool.content-type");
  expect(shown.filter((id) => /^(create|list)-/.test(id))).toEqual([]);
});

test("folds the contents up on a phone", async () => {
  const { page } = await site.open("guides/run-the-suite.html", { viewport: { width: 375, height: 800 } });
  const link = page.getByRole("navigation", { name: "On this page" }).getByRole("link", { name: "Read the result" });
  expect(await link.isVisible()).toBe(false);
  await page.getByText("On this page").click();
  await link.click();
  expect(await link.isVisible()).toBe(false);
  await page.setViewportSize({ width: 1280, height: 800 });
  await link.waitFor();
});

test.each(["requirements/no-such.html", "requirements/", "nothing.html"])(
  "leads from %s to the overview",
  async (path) => {
    const { page } = await site.open(path);
    await page.getByRole("link", { name: "Begin at the overview" }).click();
    await page.waitForURL(`${site.url}/index.html`);
  },
);

test("narrows the rows by level and by words, and brings back what a link leads to", async () => {
  const { page } = await site.open("requirements/pulumi.html");
  const shown = () => page.locator(".row:not([hidden])").evaluateAll((rows) => rows.map(({ id }) => id));
  const all = await shown();
  await page.getByRole("checkbox", { name: /^MAY/ }).check();
  const may = await shown();
  expect(may.length).toBeGreaterThan(0);
  expect(may.length).toBeLessThan(all.length);
  await page.getByRole("searchbox", { name: "Words" }).fill("nothing has this");
  expect(await shown()).toEqual([]);
  await page.evaluate(() => {
    location.hash = "#create-agent-pool.creates";
  });
  await page.locator("[id='create-agent-pool.creates']").waitFor();
  expect(await shown()).toEqual(all);
});

test("works as files: pages, search and references, without a server", async () => {
  const at = (path: string) => pathToFileURL(join(site.folder, path)).href;
  const { page, mishaps, requests } = await site.open(at("index.html"));
  await page.keyboard.press("/");
  await page.keyboard.type("deleteAgent refuses busy agent");
  await page.getByRole("option").first().waitFor();
  await page.keyboard.press("Enter");
  await page.waitForURL(/^file:.*\/checks\/terraform\.html#terraform/);
  const reference = await site.open(at("reference/scalr.html"));
  expect([...mishaps, ...reference.mishaps]).toEqual([]);
  expect([...requests, ...reference.requests].filter((url) => !/^(file|data|blob):/.test(url))).toEqual([]);
});
