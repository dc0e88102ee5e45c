import type { ReportDocument } from "../../../conformance/results/report.ts";
import { type Markup, markup } from "./markup.ts";
import { countObservations } from "./observations-section.ts";

/** The page's name, its switch between light and dark, and the way to every section with how much there is. */
export function pageHeader({ runs }: ReportDocument): Markup {
  const count = (list: (run: ReportDocument["runs"][number]) => readonly unknown[]) =>
    runs.reduce((sum, run) => sum + list(run).length, 0);
  const links = [
    { id: "checks", name: "Checks", count: count(({ checks }) => checks) },
    { id: "drift", name: "Drift", count: count(({ drift }) => drift) },
    { id: "waivers", name: "Waivers", count: count(({ waivers }) => waivers) },
    { id: "leftovers", name: "Left behind", count: count(({ leftovers }) => leftovers) },
    { id: "readings", name: "Readings", count: countObservations(runs, "readings") },
    { id: "observations", name: "Observations", count: countObservations(runs, "others") },
    { id: "coverage", name: "Coverage" },
    { id: "requirements", name: "Requirements" },
  ];
  return markup`<a class="skip" href="#checks">To the checks</a>
<header class="top">
<p class="brand"><svg viewBox="0 0 16 16" aria-hidden="true"><circle cx="8" cy="8" r="8"/><path d="M3 9q1.25-2 2.5 0T8 9t2.5 0T13 9"/></svg>Poolproof</p>
<fieldset id="theme" class="theme" hidden><legend class="sr">Colours</legend>${["auto", "light", "dark"].map(
    (theme) =>
      markup`<label><input type="radio" name="theme" value="${theme}"${theme === "auto" && markup` checked`}><span>${theme}</span></label>`,
  )}</fieldset>
</header>
<nav class="sections" aria-label="Sections"><ul>${links.map(
    (link) =>
      markup`<li><a href="#${link.id}">${link.name}${link.count !== undefined && markup` <span class="count">${link.count.toLocaleString("en")}</span>`}</a></li>`,
  )}</ul></nav>`;
}
