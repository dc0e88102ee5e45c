import type { Page } from "playwright-core";
import { expect, test } from "vitest";
import { sampleDocument } from "../../sample-document.ts";
import { useReportBrowser } from "../use-report-browser.ts";

const browser = useReportBrowser();
const busyAgent = "terraform/deleteAgent/refuses-busy-agent";
const checks = sampleDocument.runs.flatMap((run) => run.checks);

test.each([
  { hash: "#verdict=fail", fits: ({ verdict }) => verdict === "fail" },
  { hash: "#verdict=pass,skipped", fits: ({ verdict }) => verdict === "pass" || verdict === "skipped" },
  { hash: "#level=SHOULD", fits: ({ level }) => level === "SHOULD" },
  { hash: "#operation=pulumi", fits: ({ id }) => id.startsWith("pulumi/") },
  { hash: "#operation=terraform/deleteAgent", fits: ({ id }) => id.startsWith("terraform/deleteAgent/") },
  { hash: "#text=POD_key", fits: () => false },
  { hash: "#text=refuses%20BUSY", fits: ({ id }) => id === busyAgent },
  {
    hash: "#verdict=fail&operation=terraform/listAgents",
    fits: ({ id, verdict }) => verdict === "fail" && id.includes("/listAgents/"),
  },
  { hash: "#operation=unknown", fits: () => true },
] satisfies { hash: string; fits: (check: (typeof checks)[number]) => boolean }[])(
  "show what fits $hash, and say how many",
  async ({ hash, fits }) => {
    const { page } = await browser.open(sampleDocument, hash);
    const want = checks.filter(fits).map(({ id }) => id);
    expect((await shownChecks(page)).toSorted()).toEqual(want.toSorted());
    const count = want.length === checks.length ? "15 checks" : `${want.length} of 15 checks`;
    expect(await page.locator("#shown").textContent()).toBe(count);
    expect(await page.locator("#nothing-fits").isVisible()).toBe(want.length === 0);
  },
);

test("find the same whether a check was opened or not", async () => {
  const { page } = await browser.open(sampleDocument);
  await page.locator(".exchange .role", { hasText: "prepares" }).first().waitFor();
  await page.locator("[name=text]").fill("prepares");
  await expect.poll(() => shownChecks(page)).toEqual([]);
  await page.locator("[name=text]").fill("delete-agent.not-deletable");
  await expect.poll(() => shownChecks(page)).toEqual([busyAgent]);
});

test("are kept in the address, through links and a reload", async () => {
  const { page } = await browser.open(sampleDocument);
  await page.locator(".chip", { hasText: "unverified" }).click();
  await page.locator("[name=operation]").selectOption({ label: "All of Pulumi Cloud" });
  await page.locator("[name=text]").fill("answers");
  await expect.poll(() => hashOf(page)).toBe("#verdict=unverified&operation=pulumi&text=answers");
  await page.getByRole("link", { name: "Coverage" }).click();
  expect(await hashOf(page)).toBe("#verdict=unverified&operation=pulumi&text=answers&at=coverage");
  await page.reload();
  expect(await shownChecks(page)).toEqual(["pulumi/listAgentPools/answers-as-documented"]);
  expect(await page.locator("[name=text]").inputValue()).toBe("answers");
  expect(await page.locator("#coverage-title").isVisible()).toBe(true);
  await page.getByRole("button", { name: "Clear filters" }).click();
  expect(await shownChecks(page)).toHaveLength(checks.length);
});

test("go back with the browser", async () => {
  const { page } = await browser.open(sampleDocument);
  await page.locator(".legend a", { hasText: "warn" }).click();
  expect(await shownChecks(page)).toHaveLength(1);
  await page.goBack();
  await expect.poll(() => shownChecks(page)).toHaveLength(checks.length);
});

test("give way to a link to a check that they hide", async () => {
  const { page } = await browser.open(sampleDocument, "#verdict=pass");
  await page.evaluate((id) => {
    location.hash = `#verdict=pass&at=${id}`;
  }, busyAgent);
  await expect.poll(() => page.locator(`details.check[id="${busyAgent}"]`).isVisible()).toBe(true);
  expect(await page.evaluate(() => document.activeElement?.parentElement?.id)).toBe(busyAgent);
});

test("are worked by keyboard alone", async () => {
  const { page } = await browser.open(sampleDocument);
  await page.keyboard.press("/");
  await page.keyboard.type("showAgentPool");
  await expect.poll(() => hashOf(page)).toBe("#text=showAgentPool");
  await page.keyboard.press("ArrowDown");
  await page.keyboard.press("Enter");
  const [first = ""] = await shownChecks(page);
  expect(await page.evaluate((id) => (document.getElementById(id) as HTMLDetailsElement).open, first)).toBe(true);
  await page.keyboard.press("/");
  await page.keyboard.press("Escape");
  await expect.poll(() => shownChecks(page)).toHaveLength(checks.length);
  await page.keyboard.press("Tab");
  expect(await page.evaluate(() => document.activeElement?.getAttribute("name"))).toBe("operation");
  await page.keyboard.press("Tab");
  await page.keyboard.press("Space");
  await expect.poll(() => hashOf(page)).toBe("#verdict=fail");
});

test("let the arrows go over the checks that are shown", async () => {
  const { page } = await browser.open(sampleDocument, "#verdict=fail,warn");
  const shown = await shownChecks(page);
  await page.locator("details.check > summary").first().focus();
  const passed: (string | undefined)[] = [];
  for (const key of ["ArrowDown", "ArrowDown", "ArrowDown", "ArrowDown", "ArrowUp"]) {
    await page.keyboard.press(key);
    passed.push(await page.evaluate(() => document.activeElement?.parentElement?.id));
  }
  expect(passed).toEqual([shown[1], shown[2], shown[3], shown[3], shown[2]]);
});

const shownChecks = (page: Page) =>
  page.locator("details.check").evaluateAll((all) => all.filter((each) => each.checkVisibility()).map(({ id }) => id));

const hashOf = (page: Page) => page.evaluate(() => location.hash);
