import { styleText } from "node:util";
import type { LogEntry } from "../front/log-requests.ts";
import { printable } from "../report/printable.ts";

type Colour = "green" | "yellow" | "red";

/**
 * A request in a line, and what it broke in lines below, each with its line break.
 * @param stream that it is written to: colours only where that is a terminal that wants them
 */
export function formatLogEntry(
  { method, path, status, durationMs, notes }: LogEntry,
  stream: NodeJS.WritableStream,
): string {
  const colour: Colour = status < 400 ? "green" : status < 500 ? "yellow" : "red";
  const shownStatus = styleText(colour, `${status}`, { stream });
  const lines = [
    `${method.padEnd(6)} ${printable(concealed(path))} ${shownStatus} ${Math.round(durationMs)} ms`,
    ...notes.map((note) => styleText("dim", `       ${printable(note)}`, { stream })),
  ];
  return `${lines.join("\n")}\n`;
}

/** Logs are shown to others; no API here takes a secret in a query, but clients may send one all the same. */
function concealed(path: string): string {
  return path.replaceAll(/([?&][^=&]*(?:token|secret|password|key)[^=&]*=)[^&]+/gi, "$1***");
}
