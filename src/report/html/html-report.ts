import type { ReportDocument } from "../../../conformance/results/report.ts";
import { checksSection } from "./checks-section.ts";
import { clientScript } from "./client/client-script.ts";
import { contentPolicy } from "./content-policy.ts";
import { coverageSection } from "./coverage-section.ts";
import { driftSection } from "./drift-section.ts";
import { icon } from "./icon.ts";
import { leftoversSection } from "./leftovers-section.ts";
import { markup, trusted } from "./markup.ts";
import { observationsSection, readingsSection } from "./observations-section.ts";
import { createExchangePacker } from "./packed-exchanges.ts";
import { pageHeader } from "./page-header.ts";
import { requirementsSection } from "./requirements-section.ts";
import { nameRuns } from "./run-names.ts";
import { styleSheet } from "./style/style-sheet.ts";
import { summarySection } from "./summary-section.ts";
import { conclusionWords } from "./verdict-words.ts";
import { waiversSection } from "./waivers-section.ts";

/**
 * The report as one HTML file that needs nothing else: no request, no server, and for most of it no script. All that a
 * server sent is data in it; the page's own policy lets no script run but ours.
 * @param command how the command is called here, for the commands that are shown
 */
export function htmlReport(document: ReportDocument, command = "poolproof"): string {
  const runs = nameRuns(document);
  const packer = createExchangePacker();
  const [style, script] = [styleSheet(), clientScript()];
  const { heading, verdict } = conclusionWords[document.conclusion];
  const title = `${heading}: ${runs.map((run) => run.title).join(", ")}`;
  const page = markup`<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${trusted(contentPolicy({ style, script }))}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="referrer" content="no-referrer">
<meta name="color-scheme" content="light dark">
<meta name="generator" content="Poolproof ${document.poolproof}">
<title>${title}</title>
<link rel="icon" href="${icon(verdict)}">
<style>${trusted(style)}</style>
</head>
<body>
${pageHeader(document)}
<main>
${summarySection(document, runs)}
${checksSection({ document, runs, packer, command })}
${driftSection(runs)}
${waiversSection(runs)}
${leftoversSection(runs, command)}
${readingsSection(runs)}
${observationsSection(runs)}
${coverageSection(runs)}
${requirementsSection(runs)}
</main>
<footer><p>Made by Poolproof ${document.poolproof}. One file, no requests.</p></footer>
<p id="said" class="sr" role="status"></p>
${packer.blocks()}
<script type="module">${trusted(script)}</script>
</body>
</html>
`;
  return page.toString();
}
