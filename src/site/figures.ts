import { type Markup, markup } from "../report/html/markup.ts";
import type { ProofTotals } from "./proof-totals.ts";

/** Numbers that are read at a glance. */
export function figures(...shown: readonly Markup[]): Markup {
  return markup`<dl class="figures">${shown}</dl>`;
}

/** How many faulty servers are found, and how many sound ones accused. */
export function proofFigures({ killed, mutants, alarms, variants }: ProofTotals): readonly Markup[] {
  return [
    figure(killed, `of ${grouped(mutants)} faulty servers found`),
    figure(alarms, `false alarms on ${grouped(variants)} servers that merely differ`),
  ];
}

export function figure(count: number, words: string): Markup {
  return markup`<div><dt>${words}</dt><dd>${grouped(count)}</dd></div>`;
}

const grouped = (count: number) => count.toLocaleString("en");
