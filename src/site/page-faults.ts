import type { Page } from "playwright-core";
import { seriousFindings } from "./serious-findings.ts";
import type { SitePageView } from "./site-browser.ts";

/** What is wrong with a page from its loading on: mishaps, requests that leave its folder, no or several headings of the first rank. */
export async function loadingFaults({ page, mishaps, requests }: SitePageView, root: string): Promise<string[]> {
  const outside = requests.filter((url) => !url.startsWith(`${root}/`) && !/^(data|blob):/.test(url));
  const headings = await page.locator("h1").count();
  return [
    ...mishaps,
    ...outside.map((url) => `asks for ${url}`),
    ...(headings === 1 ? [] : [`has ${headings} headings of the first rank`]),
  ];
}

/** What is wrong with a page as it is looked at, with everything open: what axe finds serious, and what is wider than the window. */
export async function lookFaults(page: Page): Promise<string[]> {
  const { needed, given } = await page.evaluate(() => {
    for (const details of document.querySelectorAll("details")) details.open = true;
    return { needed: document.documentElement.scrollWidth, given: innerWidth };
  });
  await markAlike(page);
  const findings = await seriousFindings(page, { exclude: [["[data-alike]"]] });
  return [...findings, ...(needed > given ? [`is ${needed} pixels wide in a window of ${given}`] : [])];
}

/** Rows come from one template, and so do the faults that they list: of each make the first is enough for axe, which is slow. */
function markAlike(page: Page): Promise<void> {
  return page.evaluate(() => {
    const makes = new Set<string>();
    for (const row of document.querySelectorAll<HTMLElement>(".row")) {
      const parts = [...row.querySelectorAll("dt")].map(({ textContent }) => textContent);
      const make = [row.dataset.is, ...parts].join(" ");
      row.toggleAttribute("data-alike", makes.has(make));
      makes.add(make);
    }
    for (const item of document.querySelectorAll(".more li:nth-child(n + 4)")) item.toggleAttribute("data-alike", true);
  });
}
