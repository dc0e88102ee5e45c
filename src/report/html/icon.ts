import type { Verdict } from "../../../conformance/kit/verdict.ts";

const colours: Readonly<Partial<Record<Verdict, string>>> = { pass: "#1f7a4d", fail: "#b42318" };

/** The page's icon as a data URL, so that a browser asks nobody for one and its tab tells the conclusion. */
export function icon(verdict: Verdict): string {
  const drawing = `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 16 16"><circle cx="8" cy="8" r="8" fill="${colours[verdict] ?? "#7a5195"}"/><path d="M3 9q1.25-2 2.5 0T8 9t2.5 0T13 9" fill="none" stroke="#fff" stroke-width="1.8" stroke-linecap="round"/></svg>`;
  return `data:image/svg+xml,${encodeURIComponent(drawing)}`;
}
