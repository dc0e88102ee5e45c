import { describe, expect, test } from "vitest";
import { seriousFindings } from "./serious-findings.ts";
import { useSite } from "./site-trial.ts";

const site = useSite();

describe("the search", () => {
  test("is opened by a key, steered by keys, and closed by one", async () => {
    const { page, mishaps } = await site.open("guides/index.html");
    await page.keyboard.press("/");
    await page.keyboard.type("deleteAgent refuses busy agent");
    const best = page.getByRole("option", { selected: true });
    await best.filter({ hasText: "terraform/deleteAgent/refuses-busy-agent" }).waitFor();
    await page.keyboard.press("ArrowDown");
    await best.filter({ hasNotText: "terraform/deleteAgent/refuses-busy-agent" }).waitFor();
    await page.keyboard.press("ArrowUp");
    await page.keyboard.press("Enter");
    await page.waitForURL("**/checks/terraform.html#terraform/deleteAgent/refuses-busy-agent");
    await page.keyboard.press("/");
    await page.getByRole("dialog", { name: "Search" }).waitFor();
    await page.keyboard.press("Escape");
    await page.getByRole("dialog", { name: "Search" }).waitFor({ state: "hidden" });
    expect(mishaps).toEqual([]);
  });

  test.each([
    { given: "JSON:API error object", want: "errors" },
    { given: "listRunnerPods", want: "listRunnerPods" },
    { given: "expired waiver", want: "What becomes of it" },
    { given: "comparison", want: "Comparison" },
    { given: "--only", want: "--only <prefixes>" },
    { given: "tokenValue", want: "createAgentPool" },
    { given: "waver", want: "Write a waiver" },
    { given: "mutants", want: "Proof" },
    { given: "how do I install it", want: "Poolproof" },
  ])("finds $want by $given", async ({ given, want }) => {
    const { page } = await site.visit("index.html");
    await page.getByRole("button", { name: "Search" }).click();
    await page.keyboard.type(given);
    await page.getByRole("option").filter({ hasText: want }).first().waitFor();
    await page.keyboard.press("Escape");
    await page.getByRole("dialog", { name: "Search" }).waitFor({ state: "hidden" });
  });

  test("says so when nothing is found, and has nothing that axe calls serious", async () => {
    const { page } = await site.open("index.html");
    await page.keyboard.press("/");
    await page.keyboard.type("busy");
    await page.getByRole("option").first().waitFor();
    expect(await seriousFindings(page)).toEqual([]);
    await page.keyboard.type("zzzzzzzz");
    await page.getByText("Nothing found.").waitFor();
  });

  test("leaves a slash to whoever is writing", async () => {
    const { page } = await site.open("requirements/pulumi.html");
    await page.getByRole("searchbox", { name: "Words" }).focus();
    await page.keyboard.type("a/b");
    expect(await page.getByRole("searchbox", { name: "Words" }).inputValue()).toBe("a/b");
    expect(await page.getByRole("dialog").count()).toBe(0);
  });
});
