import { expect, test } from "vitest";
import { apiIds } from "../apis/index.ts";
import { useSite } from "./site-trial.ts";

const site = useSite();

test.each(apiIds)("has every place in the reference of %s that another page leads to", async (id) => {
  const links = [...site.files].flatMap(([path, content]) =>
    path.endsWith(".html") ? [...String(content).matchAll(new RegExp(`reference/${id}\\.html#([^"]+)"`, "g"))] : [],
  );
  const places = [...new Set(links.map(([, place = ""]) => place))];
  expect(places.length).toBeGreaterThan(3);
  const { page } = await site.open(`reference/${id}.html`);
  for (const place of places) {
    // Parts of a reference are made as they come near.
    await page.evaluate((hash) => {
      location.hash = hash;
    }, place);
    await page.locator(`[id="${place}"]`).waitFor({ state: "attached" });
  }
});

test.each(apiIds)("“Test Request” in the reference of %s is answered by the mock", async (id) => {
  const { page, mishaps } = await site.open(`reference/${id}.html`);
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
