import type { Bundle } from "../contract/bundle.ts";

/** What a bundle says of itself. */
export interface BundleInfo {
  readonly title: string;
  readonly version: string;
  readonly summary: string;
  readonly description: string;
}

export function infoOf(bundle: Bundle): BundleInfo {
  return { summary: "", description: "", ...bundle.info };
}
