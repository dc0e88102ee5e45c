import axe from "axe-core";
import type { Page } from "playwright-core";
import { describe, expect, test } from "vitest";
import { useMock } from "./use-mock.ts";
import { usePoolsPage } from "./use-pools-page.ts";

// Page and mock are those of the packed package: naming src/packed/ here has it packed before the tests begin.
const { origin, control } = useMock();
const open = usePoolsPage({ mode: "production", apiUrl: () => `${origin()}/api/v2` });

const create = async (page: Page, name: string) => {
  await page.getByRole("textbox", { name: "New pool" }).fill(name);
  await page.getByRole("button", { name: "Create pool" }).click();
};

describe.each([
  { width: 1280, colorScheme: "light" },
  { width: 1280, colorScheme: "dark" },
  { width: 375, colorScheme: "light" },
  { width: 375, colorScheme: "dark" },
] as const)("at $width in $colorScheme axe finds nothing serious", ({ width, colorScheme }) => {
  const graveIn = async (page: Page) => {
    await page.evaluate(axe.source);
    const { violations, passes } = await page.evaluate(() => (globalThis as unknown as { axe: typeof axe }).axe.run());
    expect(passes.map(({ id }) => id)).toContain("color-contrast");
    const grave = violations.filter(({ impact }) => impact === "serious" || impact === "critical");
    return grave.flatMap(({ id, nodes }) => nodes.map(({ html }) => `${id}: ${html.slice(0, 200)}`));
  };

  test("in the list with both failures, in the question and where there is nothing", async () => {
    const page = await open("", { viewport: { width, height: 900 }, colorScheme, reducedMotion: "reduce" });
    await create(page, "dns");
    await page.getByText("The answer, as it came").click();
    await control("POST", "faults", { status: 429 });
    await page.getByRole("link", { name: "Next" }).click();
    await page.getByRole("button", { name: "Try again" }).waitFor();
    expect(await graveIn(page)).toEqual([]);
    await page.getByRole("button", { name: "Delete lab_42" }).click();
    expect(await graveIn(page)).toEqual([]);
    await page.goto(`${new URL("?organization=sandbox", page.url())}`);
    await page.getByText("No pools yet").waitFor();
    expect(await graveIn(page)).toEqual([]);
  });
});

test.each([{ width: 320 }, { width: 768 }])("fits a window $width wide", async ({ width }) => {
  const page = await open("", { viewport: { width, height: 800 } });
  await create(page, `${"long-".repeat(20)}name`);
  await page.getByText("46 pools in acme").waitFor();
  await create(page, "dns");
  await page.getByText("The answer, as it came").click();
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(width);
});

test("the colours follow the reader's choice and keep it", async () => {
  const page = await open("", { colorScheme: "light" });
  const background = () => page.evaluate(() => getComputedStyle(document.body).backgroundColor);
  const light = await background();
  await page.locator("#theme").getByText("dark").click();
  const dark = await background();
  expect(dark).not.toBe(light);
  await page.reload();
  expect(await background()).toBe(dark);
});
