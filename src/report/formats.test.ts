import { expect, test } from "vitest";
import { type ReportFormat, renderReport, reportFormats } from "./formats.ts";
import { sampleDocument } from "./sample-document.ts";

const beginnings: Readonly<Record<ReportFormat, RegExp>> = {
  json: /^\{\s*"\$schema": ?"poolproof\/report\.schema\.json"/,
  junit: /^<\?xml version="1\.0"[^>]*>\s*<testsuites /,
  html: /^<!doctype html>\n<html lang="en">/,
  markdown: /^#/,
  har: /^\{\s*"log": ?\{/,
  badge: /^<svg xmlns="http:\/\/www\.w3\.org\/2000\/svg"/,
};

test.each(Object.entries(beginnings))("gives %s as the text of a file", async (format, beginning) => {
  const text = await renderReport(format as ReportFormat, sampleDocument);
  expect(text).toMatch(beginning);
  expect(text.endsWith("\n")).toBe(true);
});

test.each(["junit", "html", "markdown"] as const)("shows commands in %s as the reader calls them", async (format) => {
  const text = await renderReport(format, sampleDocument, "npx poolproof");
  expect(text).toContain("npx poolproof run terraform --target staging");
  expect(text).not.toMatch(/(?<!npx )poolproof (?:run terraform|cleanup)/);
});

test("has a row for every format", () => {
  expect(Object.keys(reportFormats).toSorted()).toEqual(Object.keys(beginnings).toSorted());
});

test.each([
  { format: "json", shows: true },
  { format: "html", shows: true },
  { format: "har", shows: true },
  { format: "junit", shows: false },
  { format: "markdown", shows: false },
  { format: "badge", shows: false },
] as const)("asks for exchanges for $format: $shows", ({ format, shows }) => {
  expect(reportFormats[format].needsExchanges).toBe(shows);
});
