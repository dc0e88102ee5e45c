import { describe, expect, test } from "vitest";
import { apiIds } from "../apis/index.ts";
import { loadingFaults, lookFaults } from "./page-faults.ts";
import { looks, useSite } from "./site-trial.ts";

const site = useSite({ isMocked: true });

describe.each(apiIds.map((id, index) => ({ id, look: looks[index % looks.length] })))("the reference of $id", (row) => {
  const { id, look } = row;
  const path = `reference/${id}.html`;

  test("shows without a mishap, and asks for nothing outside its folder", async () => {
    expect(await loadingFaults(await site.visit(path, look), site.url)).toEqual([]);
  });

  // One script shows them all, so each is looked at in one way: at a desk, or on a phone at night.
  test(`has nothing that axe calls serious at ${look?.width} in ${look?.colorScheme}, and fits`, async () => {
    const { page } = await site.visit(path, look);
    expect(await lookFaults(page)).toEqual([]);
  });

  test("names each link that leads outside by its words, where these are out of sight too", async () => {
    const { page } = await site.visit(path, look);
    const links = await page
      .locator("#reference a[target=_blank][aria-label]")
      .evaluateAll((all) => all.map((link) => [link.textContent?.trim(), link.getAttribute("aria-label")]));
    expect(links.length).toBeGreaterThan(0);
    expect(links.filter(([words, label]) => words !== label)).toEqual([]);
  });

  test("has every place that another page leads to", async () => {
    const links = [...site.files].flatMap(([from, content]) =>
      from.endsWith(".html") ? [...String(content).matchAll(new RegExp(`reference/${id}\\.html#([^"]+)"`, "g"))] : [],
    );
    const places = [...new Set(links.map(([, place = ""]) => place))];
    expect(places.length).toBeGreaterThan(3);
    const { page } = await site.visit(path);
    for (const place of places) {
      // Parts of a reference are made as they come near.
      await page.evaluate((hash) => {
        location.hash = hash;
      }, place);
      await page.locator(`[id="${place}"]`).waitFor({ state: "attached" });
    }
  });

  test("“Test Request” is answered by the mock", async () => {
    const { page, mishaps } = await site.visit(path);
    const answered = page.waitForResponse((response) => response.url().startsWith(`${site.mockUrl}/`));
    await page
      .getByRole("button", { name: /^Test Request/ })
      .first()
      .click();
    await page.getByRole("button", { name: /^Send/ }).first().click();
    expect((await answered).status()).toBe(200);
    await page.getByText("200 OK").first().waitFor();
    expect(mishaps).toEqual([]);
  });
});

test("“Test Request” says how to start the mock where none answers", async () => {
  const { page } = await site.open("reference/pulumi.html");
  await page.route(`${site.mockUrl}/**`, (route) => route.abort("connectionrefused"));
  await page
    .getByRole("button", { name: /^Test Request/ })
    .first()
    .click();
  await page.getByRole("button", { name: /^Send/ }).first().click();
  const { port } = new URL(site.mockUrl);
  await page.getByText(`again: npx poolproof mock --port ${port}`).first().waitFor();
});
