import axe from "axe-core";
import type { Page } from "playwright-core";
import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import type { ReportDocument } from "../../../conformance/kit/report.ts";
import { chromiumRemedy, findChromium } from "../../packed/find-chromium.ts";
import { hostileTexts } from "../hostile-texts.ts";
import { sampleDocument } from "../sample-document.ts";
import { openReportBrowser, type ReportBrowser } from "./report-page.ts";

const executablePath = findChromium();
const busyAgent = "terraform/deleteAgent/refuses-busy-agent";
const checks = sampleDocument.runs.flatMap((run) => run.checks);
let browser: ReportBrowser;

beforeAll(async () => {
  if (executablePath !== undefined) browser = await openReportBrowser(executablePath);
});

beforeEach(({ skip }) => skip(executablePath === undefined, chromiumRemedy));

afterAll(() => browser?.close());

/** Every check, exchange and table open, so that nothing is left out of sight. */
async function openAll(page: Page): Promise<void> {
  await page.addStyleTag({ content: "" }).catch(() => undefined);
  const openDetails = () =>
    page.evaluate(() => {
      for (const details of document.querySelectorAll("details")) details.open = true;
    });
  await openDetails();
  for (const place of await page.locator(".exchanges").all()) {
    await place.scrollIntoViewIfNeeded();
    await place.locator(".exchange").first().waitFor();
  }
  await openDetails();
}

const shownChecks = (page: Page) =>
  page.locator("details.check").evaluateAll((all) => all.filter((each) => each.checkVisibility()).map(({ id }) => id));

const hashOf = (page: Page) => page.evaluate(() => location.hash);

describe("the page", () => {
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
    const { page } = await browser.open(sampleDocument, "", { javaScriptEnabled: false });
    expect(await page.locator("h1").textContent()).toBe("Does not conform");
    expect(await page.locator("#filters, #theme, button.copy").filter({ visible: true }).count()).toBe(0);
    expect(await page.getByText("a refusal (4xx)").first().isVisible()).toBe(true);
    await page.locator("#readings summary").click();
    expect(await page.getByText("an empty sort: answered 400").isVisible()).toBe(true);
  });
});

describe("a check", () => {
  test("shows its exchanges and requirements once it is opened", async () => {
    const { page } = await browser.open(sampleDocument, "#requirements");
    const check = page.locator(`details.check[id="${busyAgent}"]`);
    expect(await check.locator(".exchange").count()).toBe(0);
    await page.evaluate((id) => document.getElementById(id)?.scrollIntoView(), busyAgent);
    await check.locator(".exchange").first().waitFor();
    expect(await check.locator(".exchange").count()).toBe(6);
    expect(await check.locator(".decides").textContent()).toContain("with 412 and a JSON:API error object");
    await check.locator(".exchange > summary").first().click();
    const body = check.locator(".body-text").first();
    expect(await body.textContent()).toContain('\n    "type": "agent-pools",\n');
    expect(await check.locator(".headers").first().textContent()).toContain("Bearer $POOLPROOF_TOKEN");
  });

  test("leads from a finding to its exchange, and marks there what the finding speaks of", async () => {
    const { page } = await browser.open(withMarkedFinding(), `#${busyAgent}`);
    const check = page.locator(`details.check[id="${busyAgent}"]`);
    await check.locator(".to-exchange").first().click();
    const exchange = check.locator(".exchange").first();
    expect(await exchange.evaluate((each) => (each as HTMLDetailsElement).open)).toBe(true);
    expect(await exchange.locator("mark").textContent()).toBe('    "id": "apool-1"\n');
    expect(await page.evaluate(() => document.activeElement?.parentElement?.className)).toBe("exchange found");
  });

  test("says so where its exchanges cannot be read", async () => {
    const { page, mishaps } = await browser.open(sampleDocument, "#requirements");
    await page.evaluate((id) => {
      for (const pack of document.querySelectorAll("script[id^=pack]")) pack.textContent = "H4sIAAAAAAAAA9";
      document.getElementById(id)?.scrollIntoView();
    }, busyAgent);
    await page.getByText("it was changed or cut short").first().waitFor();
    expect(mishaps).toEqual([]);
  });

  test("gives a command to the clipboard as it is shown", async () => {
    const { page } = await browser.open(sampleDocument, `#${busyAgent}`, {
      permissions: ["clipboard-read", "clipboard-write"],
    });
    const command = page.locator(`details.check[id="${busyAgent}"] > .body > .copyable`);
    await command.getByRole("button").click();
    await page.getByText("Copied").first().waitFor();
    const copied = await page.evaluate(() => navigator.clipboard.readText());
    expect(copied).toBe(`poolproof run terraform --target staging --only ${busyAgent}`);
  });
});

describe("the filters", () => {
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
});

test("the colours follow the reader's choice and keep it", async () => {
  const { page } = await browser.open(sampleDocument, "", { colorScheme: "light" });
  const background = () => page.evaluate(() => getComputedStyle(document.body).backgroundColor);
  const light = await background();
  await page.locator("#theme").getByText("dark").click();
  const dark = await background();
  expect(dark).not.toBe(light);
  await page.reload();
  expect(await background()).toBe(dark);
});

/** The sample, but for a finding about the answer that its first exchange shows. */
function withMarkedFinding(): ReportDocument {
  const [run, ...others] = sampleDocument.runs;
  if (!run) throw new Error("the sample has no run");
  const marked = run.checks.map((check) =>
    check.id === busyAgent
      ? {
          ...check,
          findings: check.findings.map((finding) => ({
            ...finding,
            place: "body" as const,
            pointer: "/data/id",
            exchange: 0,
          })),
        }
      : check,
  );
  return { ...sampleDocument, runs: [{ ...run, checks: marked }, ...others] };
}
