import type { NamedRun } from "./html/run-names.ts";
import { code, plain, row, tableHead } from "./markdown-text.ts";

/** A section whose items can be left out from the end. Everything in it is Markdown; an item can have several lines. */
export interface MarkdownSection {
  readonly heading: string;
  readonly head: readonly string[];
  readonly items: readonly string[];
  readonly foot: readonly string[];
}

/** The sections after the failures. Those about which there is nothing to tell have no items. */
export function markdownSections(runs: readonly NamedRun[]): readonly MarkdownSection[] {
  return [undecided(runs), wants(runs), drift(runs), waivers(runs), leftovers(runs), observations(runs)];
}

function undecided(runs: readonly NamedRun[]): MarkdownSection {
  const open = runs.flatMap(({ report }) =>
    report.checks.filter(({ verdict }) => verdict === "unverified" || verdict === "inconclusive"),
  );
  // Tokens are neither fixtures nor can they be declared absent.
  const lacking = [...new Set(open.flatMap(({ lacks = [] }) => lacks))].filter((name) => !name.endsWith("Token"));
  const remedy = [
    "",
    `Name with \`--fixture NAME=ID\` what the target has of ${lacking.map(code).join(", ")};`,
    `what it has not, declare absent: ${code(`--without ${lacking.join()}`)}.`,
  ];
  return {
    heading: "Could not be decided",
    head: [tableHead(["Check", "Level", "Verdict", "Why"])],
    items: open.map(({ id, level, verdict, reason }) => row([code(id), level, verdict, plain(reason)])),
    foot: lacking.length === 0 ? [] : remedy,
  };
}

function wants(runs: readonly NamedRun[]): MarkdownSection {
  return {
    heading: "What would decide more",
    head: [
      tableHead(
        ["Suite", "Pass or have", "Checks decided", "Checks that see more"],
        ["Checks decided", "Checks that see more"],
      ),
    ],
    items: runs.flatMap(({ title, report }) =>
      (report.wants ?? []).map(({ remedy, checks, inPart }) => row([plain(title), code(remedy), checks, inPart])),
    ),
    foot: [],
  };
}

function drift(runs: readonly NamedRun[]): MarkdownSection {
  return {
    heading: "Members that differ from the documentation",
    head: [tableHead(["Operation", "In", "Documented", "Found", "Objects"], ["Objects"])],
    items: runs.flatMap((run) =>
      run.report.drift.map(({ operation, at, documented, found, count }) =>
        row([
          operationCell(run, operation),
          at === "" ? "the body" : code(at),
          documented === undefined ? "–" : code(documented),
          found === undefined ? "missing" : code(found),
          count,
        ]),
      ),
    ),
    foot: [],
  };
}

function waivers(runs: readonly NamedRun[]): MarkdownSection {
  return {
    heading: "Waivers",
    head: [tableHead(["Waiver", "State", "Until", "Reason", "Failures"], ["Failures"])],
    items: runs.flatMap(({ report }) =>
      report.waivers.map(({ id, state, expires, reason, checks }) =>
        row([code(id), isOverdue(state) ? `**${state}**` : state, plain(expires), plain(reason), checks.length]),
      ),
    ),
    foot: [],
  };
}

const isOverdue = (state: string) => state === "stale" || state === "expired";

function leftovers(runs: readonly NamedRun[]): MarkdownSection {
  return {
    heading: "Left behind",
    head: [tableHead(["Target", "What", "Why"])],
    items: runs.flatMap(({ report }) =>
      report.leftovers.map(({ what, reason }) => row([code(report.target.url), code(what), plain(reason)])),
    ),
    foot: [],
  };
}

/** Undocumented members are told as drift. Which of several readings was met comes first. */
function observations(runs: readonly NamedRun[]): MarkdownSection {
  const all = runs.flatMap((run) => run.report.observations.map((observation) => ({ run, ...observation })));
  const readings = all.filter(({ kind }) => kind === "reading");
  const others = all.filter(({ kind }) => kind !== "reading" && kind !== "unlisted-member");
  return {
    heading: "Readings taken, and what else was seen",
    // Folded: there are many of them where all is well.
    head: [
      "<details><summary>What breaks nothing</summary>",
      "",
      tableHead(["Operation", "Kind", "What", "Times"], ["Times"]),
    ],
    items: [...readings, ...others].map(({ run, operation, kind, text, count }) =>
      row([operationCell(run, operation), kind, plain(text), count]),
    ),
    foot: ["", "</details>"],
  };
}

/** As ids of checks begin. */
function operationCell({ key }: NamedRun, operation: string): string {
  return code(`${key}/${operation}`);
}
