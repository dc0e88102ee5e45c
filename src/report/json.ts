import type { ReportDocument } from "../../conformance/kit/report.ts";

/** The document as JSON text; its schema is `report.schema.json`. */
export function jsonReport(document: ReportDocument): string {
  // A check a line: a report can be long, and its lines can still be compared.
  const text = JSON.stringify(document, null, 1);
  return `${text}\n`;
}
