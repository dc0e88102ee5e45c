import { readFile } from "node:fs/promises";
import { createRequire } from "node:module";
import type axe from "axe-core";
import type { Page } from "playwright-core";

/**
 * What axe calls serious or critical on a page: the rule, and where. What the page's own policy forbids does not hinder it.
 * @param part selectors of what is looked at and what is not; without it all
 */
export async function seriousFindings(page: Page, part: { readonly exclude?: string[][] } = {}): Promise<string[]> {
  const session = await page.context().newCDPSession(page);
  await session.send("Runtime.evaluate", { expression: await axeSource() });
  await session.detach();
  const { violations } = await page.evaluate(
    (context) => (globalThis as unknown as { axe: typeof axe }).axe.run(context, { resultTypes: ["violations"] }),
    { include: [["html"]], ...part },
  );
  return violations
    .filter(({ impact }) => impact === "serious" || impact === "critical")
    .map(({ id, nodes }) => `${id}: ${nodes.map(({ target }) => target.join(" ")).join(", ")}`);
}

let source: Promise<string> | undefined;

/** The small form, since a browser has to read it on every page. */
function axeSource(): Promise<string> {
  source ??= readFile(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");
  return source;
}
