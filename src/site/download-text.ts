import { stringify } from "yaml";
import type { Bundle } from "../contract/bundle.ts";

export const downloadForms = ["json", "yaml"] as const;

export type DownloadForm = (typeof downloadForms)[number];

/** A bundle as it is downloaded. */
export function downloadText(bundle: Bundle, form: DownloadForm): string {
  if (form === "json") return `${JSON.stringify(bundle, null, 2)}\n`;
  return stringify(bundle, { aliasDuplicateObjects: false });
}
