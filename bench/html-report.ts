import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { chromium, type Page } from "playwright-core";
import type { RecordedExchange } from "../conformance/kit/recorded-exchange.ts";
import type { Verdict } from "../conformance/kit/verdict.ts";
import type { CheckResult, ReportDocument } from "../conformance/results/report.ts";
import { countVerdicts } from "../conformance/run/run-report.ts";
import { chromiumRemedy, findChromium } from "../src/packed/find-chromium.ts";
import { htmlReport } from "../src/report/html/html-report.ts";
import { sampleDocument } from "../src/report/sample-document.ts";

/*
 * How heavy the HTML report is: 5,000 checks of 8 exchanges each, written, opened in Chromium, filtered, and one check
 * opened. Times are medians of some rounds, to the frame in which the change is on the screen.
 */
const checkCount = 5000;
const exchangesPerCheck = 8;
const poolsOnPage = 10;
const rounds = 7;

const actNames = { click: "verdict filter", type: "text filter", open: "check opened" } as const;

type Act = keyof typeof actNames;

const executablePath = findChromium();
if (executablePath === undefined) throw new Error(chromiumRemedy);
const folder = await mkdtemp(join(tmpdir(), "poolproof-bench-"));
try {
  const document = largeDocument();
  const before = performance.now();
  const text = htmlReport(document);
  print("written in", `${Math.round(performance.now() - before)} ms`);
  const json = JSON.stringify(document).length;
  print(
    "size",
    `${mebibytes(text.length)}; as JSON it would be ${mebibytes(json)}, ratio ${(text.length / json).toFixed(3)}`,
  );
  const file = join(folder, "report.html");
  await writeFile(file, text);
  await measureInBrowser(pathToFileURL(file).href, executablePath);
} finally {
  await rm(folder, { recursive: true });
}

async function measureInBrowser(url: string, executable: string): Promise<void> {
  const browser = await chromium.launch({ executablePath: executable, args: ["--no-sandbox"] });
  try {
    const loads: number[] = [];
    for (let round = 0; round < 3; round += 1) {
      const page = await browser.newPage();
      await page.goto(url);
      loads.push(await page.evaluate(() => performance.getEntriesByType("navigation")[0]?.duration ?? Number.NaN));
      await page.close();
    }
    print("loaded in", milliseconds(loads));
    for (const act of ["click", "type", "open"] as const) {
      const page = await browser.newPage();
      await page.goto(url);
      print(actNames[act], milliseconds(await timesOf(page, act)));
      await page.close();
    }
  } finally {
    await browser.close();
  }
}

/** From the reader's act to the second frame after it, when its outcome has been painted. */
function timesOf(page: Page, act: Act): Promise<number[]> {
  return page.evaluate(
    async ({ act, rounds }) => {
      const frame = () => new Promise((resolve) => requestAnimationFrame(resolve));
      const search = document.querySelector<HTMLInputElement>("#filters [name=text]");
      const box = document.querySelector<HTMLInputElement>("#filters [value=fail]");
      const checks = [...document.querySelectorAll<HTMLElement>(".check[data-verdict=pass] > summary")];
      const words = ["r", "re", "refuses", "refuses-1", "status", "", "4999"];
      const acts = {
        click: () => box?.click(),
        type: (round: number) => {
          if (!search) return;
          search.value = words[round % words.length] ?? "";
          search.dispatchEvent(new Event("input", { bubbles: true }));
        },
        open: (round: number) => {
          const summary = checks[round * 500];
          summary?.scrollIntoView();
          summary?.click();
        },
      };
      const times: number[] = [];
      for (let round = 0; round < rounds; round += 1) {
        const before = performance.now();
        acts[act](round);
        await frame();
        await frame();
        while (act === "open" && !checks[round * 500]?.parentElement?.querySelector(".exchange")) await frame();
        times.push(performance.now() - before);
      }
      return times;
    },
    { act, rounds },
  );
}

function largeDocument(): ReportDocument {
  const [run] = sampleDocument.runs;
  if (!run) throw new Error("the sample holds no run");
  const checks = Array.from({ length: checkCount }, (_, index) => largeCheck(index));
  return { ...sampleDocument, runs: [{ ...run, checks, counts: countVerdicts(checks) }] };
}

function largeCheck(index: number): CheckResult {
  const operation = `operation${index % 25}`;
  const verdict: Verdict = index % 100 === 0 ? "fail" : index % 40 === 0 ? "skipped" : "pass";
  const findings = sampleDocument.runs[0]?.checks.find((check) => check.verdict === "fail")?.findings ?? [];
  return {
    id: `terraform/${operation}/refuses-${index}`,
    operation,
    title: `refuse what number ${index} asks for, and keep all that there is`,
    level: index % 5 === 0 ? "SHOULD" : "MUST",
    requirements: ["agent-pool.name", "agent-pool.id", "errors.document", "errors.no-data", "response.media-type"],
    verdict,
    reason: "",
    findings: verdict === "fail" ? findings : [],
    durationMs: index % 90,
    exchanges: Array.from({ length: exchangesPerCheck }, (_, place) => largeExchange(index, place)),
  };
}

function largeExchange(index: number, place: number): RecordedExchange {
  const url = `http://127.0.0.1:8080/api/v2/organizations/acme/agent-pools?page%5Bnumber%5D=${place}`;
  const data = Array.from({ length: poolsOnPage }, () => {
    const id = `apool-${Math.random().toString(36).slice(2)}`;
    const attributes = {
      name: `poolproof-${id}`,
      "created-at": new Date(index * 1e7).toISOString(),
      "agent-count": place,
    };
    return { id, type: "agent-pools", attributes, links: { self: `/api/v2/agent-pools/${id}` } };
  });
  return {
    operation: "listAgentPools",
    role: "judge",
    deserved: "success",
    atMs: index * 10 + place,
    durationMs: 3,
    request: {
      method: "GET",
      url,
      headers: { accept: "application/vnd.api+json", authorization: "Bearer $POOLPROOF_TOKEN" },
    },
    response: { status: 200, headers: { "content-type": "application/vnd.api+json" }, text: JSON.stringify({ data }) },
  };
}

function milliseconds(times: readonly number[]): string {
  const sorted = times.toSorted((a, b) => a - b);
  const [median = Number.NaN, most = Number.NaN] = [sorted[Math.floor(sorted.length / 2)], sorted.at(-1)];
  return `${Math.round(median)} ms, at most ${Math.round(most)} ms`;
}

function mebibytes(length: number): string {
  return `${(length / 2 ** 20).toFixed(1)} MiB`;
}

function print(name: string, value: string): void {
  process.stdout.write(`${name.padEnd(16)} ${value}\n`);
}
