import type { ReportDocument } from "../../conformance/results/report.ts";

/** What each format is for; those that show what was said need the exchanges. */
export const reportFormats = {
  json: { purpose: "everything, for `diff`, `merge` and `verify`", needsExchanges: true },
  junit: { purpose: "for CI viewers", needsExchanges: false },
  html: { purpose: "one file to read", needsExchanges: true },
  markdown: { purpose: "for a CI job's summary", needsExchanges: false },
  har: { purpose: "all exchanges, for browsers' network panels", needsExchanges: true },
  badge: { purpose: "an SVG for a README", needsExchanges: false },
} as const;

export type ReportFormat = keyof typeof reportFormats;

/**
 * A report as the text of its format. What a format takes is loaded only when it is asked for.
 * @param command how the command is called here, for the commands that are shown: `npx poolproof`
 */
export async function renderReport(
  format: ReportFormat,
  document: ReportDocument,
  command = "poolproof",
): Promise<string> {
  switch (format) {
    case "json":
      return (await import("./json.ts")).jsonReport(document);
    case "junit":
      return (await import("./junit.ts")).junitReport(document, command);
    case "html":
      return (await import("./html/html-report.ts")).htmlReport(document, command);
    case "markdown":
      return (await import("./markdown.ts")).markdownReport(document, { command });
    case "har":
      return (await import("./har.ts")).harReport(document);
    case "badge":
      return (await import("./badge.ts")).badgeReport(document);
  }
}
