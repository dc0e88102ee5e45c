import type { CheckResult } from "../../../conformance/results/report.ts";
import type { Cause } from "../causes.ts";
import type { Loss } from "../losses.ts";
import { rerunCommand } from "../rerun.ts";
import { causeLinks } from "./cause-links.ts";
import { copyable } from "./copyable.ts";
import { findingCard } from "./finding-card.ts";
import { type Markup, markup } from "./markup.ts";
import type { ExchangePacker } from "./packed-exchanges.ts";
import { duration, quantity } from "./quantity.ts";
import { requirementAnchor } from "./requirements-section.ts";
import { checkAnchor, type NamedRun } from "./run-names.ts";
import { verdictWords } from "./verdict-words.ts";

export interface CheckEntryOptions {
  readonly run: NamedRun;
  readonly check: CheckResult;
  readonly causes: readonly Cause[];
  /** What was lost before, from which a failure may follow. */
  readonly losses: readonly Loss[];
  /** How the command is called here. */
  readonly command: string;
  readonly packer: ExchangePacker;
  readonly isOpen: boolean;
}

/** One check: a line that opens to all that is known of it. There can be thousands, so it is as small as can be. */
export function checkEntry({ isOpen, ...entry }: CheckEntryOptions): Markup {
  const { run, check } = entry;
  const { id, title, verdict, durationMs } = check;
  const level = verdict === "warn" ? "SHOULD" : check.level;
  const name = id.split("/").slice(2).join("/") || id;
  return markup`<details class="check" id="${checkAnchor(run, id)}" data-verdict="${verdict}" data-level="${level}"${isOpen && markup` open`}><summary><span class="sign sign-${verdict}" aria-hidden="true">${verdictWords[verdict].sign}</span><span class="sr">${verdict}: </span><b>${name}</b><span class="title">${title}</span><span class="level">${level}</span><span class="took">${durationMs !== undefined && duration(durationMs)}</span></summary><div class="body">${body(entry)}</div></details>
`;
}

function body({
  run,
  check,
  causes,
  losses,
  packer,
  command,
}: Omit<CheckEntryOptions, "isOpen">): readonly (Markup | undefined)[] {
  const { id, title, verdict, level, requirements } = check;
  const hasExchanges = (check.exchanges?.length ?? 0) > 0;
  return [
    markup`<p class="claim">The server <b class="level-word">${verdict === "warn" ? "SHOULD" : level}</b> ${title}. <a href="#${checkAnchor(run, id)}">${id}</a></p>`,
    ...losses.map(
      (loss) =>
        markup`<p class="reason">May follow from <a href="#${checkAnchor(run, loss.check.id)}">${loss.check.id}</a>, since which <code>${loss.id}</code> is gone: mend that first.</p>`,
    ),
    ...reasons(check),
    ...causes.flatMap((cause) => {
      const [card, links] = [findingCard({ cause, hasExchanges }), causeLinks(run, cause)];
      return cause.toldBy ? [links, card] : [card, links];
    }),
    verdict === "pass" || verdict === "skipped"
      ? undefined
      : copyable({ label: "Run it again", text: rerunCommand(run.report, id, command) }),
    exchangesOf(check, packer),
    markup`<p class="decides">${requirements.map(
      (requirement) => markup`<a href="#${requirementAnchor(run, requirement)}">${requirement}</a> `,
    )}</p>`,
  ];
}

/** What there is to say beside the findings. */
function reasons({ reason, findings, waiver, lacks, retries }: CheckResult): Markup[] {
  return [
    ...(reason === "" || findings.length > 0 ? [] : [markup`<p class="reason">${reason}</p>`]),
    ...(waiver === undefined ? [] : [markup`<p class="reason"><b>Waived:</b> ${waiver}</p>`]),
    ...(lacks === undefined ? [] : [markup`<p class="reason"><b>Lacks:</b> ${lacks}</p>`]),
    ...(retries === undefined
      ? []
      : [
          markup`<p class="reason"><b>Flaky:</b> weather was waited out or an answer lost ${quantity(retries, "time")}.</p>`,
        ]),
  ];
}

/** The place where a script unpacks the exchanges when the check is opened. */
function exchangesOf({ exchanges = [] }: CheckResult, packer: ExchangePacker): Markup | undefined {
  if (exchanges.length === 0) return undefined;
  const { pack, index, count } = packer.add(exchanges);
  return markup`<div class="exchanges" data-pack="${pack}" data-index="${index}">${quantity(count, "exchange")}; to look at them takes JavaScript.</div>`;
}
