import type { Verdict } from "../../../conformance/kit/verdict.ts";
import type { CheckResult, ReportDocument } from "../../../conformance/results/report.ts";
import { type Cause, causesOf } from "../causes.ts";
import { tellsSomething } from "../failures.ts";
import { lossesBefore, lossesOf } from "../losses.ts";
import { checkEntry } from "./check-entry.ts";
import { filterBar } from "./filter-bar.ts";
import { type Markup, markup } from "./markup.ts";
import type { ExchangePacker } from "./packed-exchanges.ts";
import type { NamedRun } from "./run-names.ts";
import { meaningOf, verdictsByGravity, verdictWords } from "./verdict-words.ts";

/** Checks that call for somebody stand open when the page does, up to so many: what failed first. */
const mostOpen = 25;

interface Entry {
  readonly run: NamedRun;
  readonly check: CheckResult;
}

export interface ChecksOptions {
  readonly document: ReportDocument;
  readonly runs: readonly NamedRun[];
  readonly packer: ExchangePacker;
  /** How the command is called here. */
  readonly command: string;
}

/** Every check of every run: by verdict, gravest first, and within a verdict by operation, in the order of the suites. */
export function checksSection({ document, runs, packer, command }: ChecksOptions): Markup {
  const entries = runs.flatMap((run) => run.report.checks.map((check): Entry => ({ run, check })));
  const causes = new Map(runs.map((run) => [run, causesOf(run.report.checks)]));
  const losses = new Map(runs.map((run) => [run, lossesOf(run.report)]));
  let opened = 0;
  return markup`<section id="checks" aria-labelledby="checks-title">
<h2 id="checks-title">Checks</h2>
${filterBar(document, runs)}
${verdictsByGravity.map(verdictGroup)}
<p class="empty" id="nothing-fits" hidden>No check fits these filters.</p>
</section>`;

  function verdictGroup(verdict: Verdict): Markup | undefined {
    const group = entries.filter(({ check }) => check.verdict === verdict);
    if (group.length === 0) return undefined;
    const { sign, heading } = verdictWords[verdict];
    const byOperation = Map.groupBy(group, ({ run, check }) => `${run.key}/${check.operation}`);
    return markup`<section class="verdict-group" id="verdict-${verdict}" aria-labelledby="verdict-${verdict}-title">
<h3 id="verdict-${verdict}-title"><span class="sign sign-${verdict}" aria-hidden="true">${sign}</span>${heading} <span class="count">${group.length.toLocaleString("en")}</span> <small>${meaningOf(verdict, document.runs)}</small></h3>
${[...byOperation].map(([key, members]) => operationGroup(key, members))}
</section>`;
  }

  function operationGroup(key: string, members: readonly Entry[]): Markup | undefined {
    const [first] = members;
    if (!first) return undefined;
    const { report, title } = first.run;
    const path = report.coverage.find(({ operation }) => operation === first.check.operation);
    return markup`<section class="operation-group" data-operation="${key}" data-checks="${members.length}">
<h4><b>${first.check.operation}</b>${path && markup` <code>${path.method} ${path.path}</code>`}${runs.length > 1 && markup` <span class="soft">${title}</span>`}</h4>
${members.map(entryOf)}
</section>`;
  }

  function entryOf({ run, check }: Entry): Markup {
    const told = causes.get(run)?.get(check) ?? [];
    const before = lossesBefore(check, losses.get(run) ?? [], run.report.checks);
    return checkEntry({ run, check, causes: told, losses: before, packer, command, isOpen: opensFirst(check, told) });
  }

  /** What only repeats another check stays closed. */
  function opensFirst({ verdict }: CheckResult, told: readonly Cause[]): boolean {
    if ((verdict !== "fail" && verdict !== "error") || !tellsSomething(told)) return false;
    opened += 1;
    return opened <= mostOpen;
  }
}
