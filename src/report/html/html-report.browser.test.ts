import axe from "axe-core";
import type { Page } from "playwright-core";
import { expect, test } from "vitest";
import { hostileTexts } from "../hostile-texts.ts";
import { sampleDocument } from "../sample-document.ts";
import { useReportBrowser } from "./use-report-browser.ts";

const browser = useReportBrowser();

test("opens without a mishap and asks for nothing but itself", async () => {
  const { page, mishaps, requests } = await browser.open(sampleDocument);
  await openAll(page);
  expect(mishaps).toEqual([]);
  expect(requests.filter((url) => !url.startsWith("data:"))).toEqual([page.url()]);
});

test("runs nothing that a server sent, and shows it", async () => {
  const { page, mishaps } = await browser.open(sampleDocument);
  await openAll(page);
  expect(mishaps).toEqual([]);
  expect(await page.locator("img, iframe, object, embed, form").count()).toBe(0);
  expect(await page.locator("script:not([type='text/plain'])").count()).toBe(1);
  expect(
    await page.locator('a:not([href^="#"])').evaluateAll((links) => links.map(({ className }) => className)),
  ).toEqual([]);
  const value = page.locator(".headers dd", { hasText: "onerror" }).first();
  expect(await value.textContent()).toBe(hostileTexts.markup);
  expect(await page.locator(".body-text", { hasText: "\\u001b[31mred" }).first().textContent()).toContain("\\u202e");
});

test("could not be made to run anything by a mistake of ours either", async () => {
  const { page } = await browser.open(sampleDocument);
  const outcome = await page.evaluate(() => {
    try {
      document.body.innerHTML = "<p>replaced</p>";
      return "was set";
    } catch (error) {
      return error instanceof TypeError ? "refused" : "odd";
    }
  });
  expect(outcome).toBe("refused");
});

test.each([
  { width: 1280, colorScheme: "light" },
  { width: 1280, colorScheme: "dark" },
  { width: 375, colorScheme: "light" },
  { width: 375, colorScheme: "dark" },
] as const)("has nothing that axe calls serious, at $width in $colorScheme", async ({ width, colorScheme }) => {
  const { page } = await browser.open(sampleDocument, "", {
    viewport: { width, height: 900 },
    colorScheme,
    bypassCSP: true,
  });
  await openAll(page);
  await page.addStyleTag({ content: ".check, .operation-group { content-visibility: visible }" });
  await page.evaluate(axe.source);
  const { violations, passes } = await page.evaluate(() => (globalThis as unknown as { axe: typeof axe }).axe.run());
  const grave = violations.filter(({ impact }) => impact === "serious" || impact === "critical");
  expect(grave.flatMap(({ id, nodes }) => nodes.map(({ html }) => `${id}: ${html.slice(0, 200)}`))).toEqual([]);
  expect(passes.map(({ id }) => id)).toContain("color-contrast");
});

test.each([{ width: 320 }, { width: 768 }])("fits a window $width wide", async ({ width }) => {
  const { page } = await browser.open(sampleDocument, "", { viewport: { width, height: 800 } });
  await openAll(page);
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(width);
});

test("leaves the tools out in print", async () => {
  const { page } = await browser.open(sampleDocument);
  await page.emulateMedia({ media: "print" });
  expect(await page.locator("#filters").isVisible()).toBe(false);
  expect(await page.getByText("Refuses to delete an agent that is busy or idle.").first().isVisible()).toBe(true);
});

test("moves nothing where motion is not wanted", async () => {
  const durations = async (reducedMotion: "reduce" | "no-preference") => {
    const { page } = await browser.open(sampleDocument, "", { reducedMotion });
    return page
      .locator(".chip > span")
      .first()
      .evaluate((chip) => getComputedStyle(chip).transitionDuration);
  };
  expect(await durations("reduce")).toBe("0s");
  expect(await durations("no-preference")).not.toBe("0s");
});

test("tells the findings where no script runs", async () => {
  const { page } = await browser.open(sampleDocument, "#terraform/deleteAgent/refuses-busy-agent", {
    javaScriptEnabled: false,
  });
  expect(await page.locator("h1").textContent()).toBe("Does not conform");
  expect(await page.locator("#filters, #theme, button.copy").filter({ visible: true }).count()).toBe(0);
  expect(await page.getByText("a refusal (4xx)").first().isVisible()).toBe(true);
  await page.locator("#readings summary").click();
  await page.getByText("an empty sort: answered 400").waitFor({ state: "visible" });
});

test("the colours follow the reader's choice and keep it", async () => {
  const { page } = await browser.open(sampleDocument, "", { colorScheme: "light" });
  const background = () => page.evaluate(() => getComputedStyle(document.body).backgroundColor);
  const light = await background();
  await page.locator("#theme").getByRole("radio", { name: "dark" }).check();
  const dark = await background();
  expect(dark).not.toBe(light);
  await page.reload();
  expect(await background()).toBe(dark);
});

/** Every check, exchange and table open, so that nothing is left out of sight. */
async function openAll(page: Page): Promise<void> {
  const openDetails = () =>
    page.evaluate(() => {
      for (const details of document.querySelectorAll("details")) details.open = true;
    });
  await openDetails();
  // First the checks, by which the exchanges come to be.
  await expect.poll(() => page.locator(".exchanges:not(:has(.exchange))").count()).toBe(0);
  await openDetails();
  await expect.poll(() => page.locator(".exchange:not(:has(.message))").count()).toBe(0);
}
