import { expect, test } from "vitest";
import type { CheckResult, ReportDocument } from "../../../../conformance/results/report.ts";
import { sampleDocument } from "../../sample-document.ts";
import { sampleExchanges } from "../../sample-exchanges.ts";
import { useReportBrowser } from "../use-report-browser.ts";

const browser = useReportBrowser();
const busyAgent = "terraform/deleteAgent/refuses-busy-agent";
const passed = "terraform/showAgentPool/answers-as-documented";

test("shows its exchanges and the words of its requirements once it is opened", async () => {
  const { page } = await browser.open(passedWithExchanges());
  const check = page.locator(`details.check[id="${passed}"]`);
  expect(await check.locator(".exchange").count()).toBe(0);
  await check.locator("summary").click();
  await check.locator(".exchange").first().waitFor();
  expect(await check.locator(".exchange").count()).toBe(sampleExchanges.length);
  expect(await check.locator(".decides").textContent()).toContain("with 412 and a JSON:API error object");
  await check.locator(".exchange > summary").first().click();
  expect(await check.locator(".body-text").first().textContent()).toContain('\n    "type": "agent-pools",\n');
  expect(await check.locator(".headers").first().textContent()).toContain("Bearer $POOLPROOF_TOKEN");
});

test("leads from a finding to its exchange, and marks there what the finding speaks of", async () => {
  const { page } = await browser.open(findingInBody(), `#${busyAgent}`);
  const check = page.locator(`details.check[id="${busyAgent}"]`);
  await check.locator(".to-exchange").first().click();
  const exchange = check.locator(".exchange").first();
  const mark = exchange.locator("mark");
  await mark.waitFor();
  expect(await mark.textContent()).toBe('    "id": "apool-1"\n');
  const { top, bottom } = await mark.evaluate((each) => each.getBoundingClientRect().toJSON());
  expect([top > 0, bottom < (page.viewportSize()?.height ?? 0)]).toEqual([true, true]);
  expect(await page.evaluate(() => document.activeElement?.parentElement?.className)).toBe("exchange found");
});

test("says so where its exchanges cannot be read", async () => {
  const { page, mishaps } = await browser.open(passedWithExchanges());
  await page.evaluate(() => {
    for (const pack of document.querySelectorAll("script[id^=pack]")) {
      const damaged = document.createElement("p");
      [damaged.id, damaged.hidden, damaged.textContent] = [pack.id, true, "H4sIAAAAAAAAA9"];
      pack.replaceWith(damaged);
    }
  });
  const check = page.locator(`details.check[id="${passed}"]`);
  await check.locator("summary").click();
  await check.getByText("it was changed or cut short").waitFor();
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

/** The sample's run with one check only, and that one changed. */
function withCheck(id: string, change: (check: CheckResult) => Partial<CheckResult>): ReportDocument {
  const [run] = sampleDocument.runs;
  const check = run?.checks.find((each) => each.id === id);
  if (!run || !check) throw new Error(`the sample has no check ${id}`);
  return { ...sampleDocument, runs: [{ ...run, checks: [{ ...check, ...change(check) }] }] };
}

function passedWithExchanges(): ReportDocument {
  return withCheck(passed, () => ({ requirements: ["delete-agent.not-deletable"], exchanges: sampleExchanges }));
}

function findingInBody(): ReportDocument {
  return withCheck(busyAgent, ({ findings }) => ({
    findings: findings.map((finding) => ({ ...finding, place: "body" as const, pointer: "/data/id", exchange: 0 })),
  }));
}
