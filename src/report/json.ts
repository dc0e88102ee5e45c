import type { ReportDocument } from "../../conformance/results/report.ts";

/** The document as JSON text; its schema is `report.schema.json`. */
export function jsonReport(document: ReportDocument): string {
  return `${JSON.stringify(document, null, 1)}\n`;
}
