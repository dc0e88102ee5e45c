import type { ApiId } from "../apis/index.ts";
import type { Bundle } from "../contract/bundle.ts";
import { valueAt } from "../contract/json-pointer.ts";
import type { Operation } from "../contract/operations.ts";
import type { DownloadForm } from "./download-text.ts";

/** Pages that there is one of for each API. */
export const apiPageKinds = ["reference", "requirements", "checks"] as const;

export type ApiPageKind = (typeof apiPageKinds)[number];

export const landingPath = "index.html";
export const comparisonPath = "comparison.html";
export const proofPath = "proof.html";
export const guidesPath = "guides/index.html";
/** By this name static hosts look for what to show in place of a page that is not there. */
export const missingPath = "404.html";
export const downloadsPath = "downloads/index.html";

export function apiPagePath(kind: ApiPageKind, api: ApiId): string {
  return `${kind}/${api}.html`;
}

export function guidePath(slug: string): string {
  return `guides/${slug}.html`;
}

export function downloadPath(api: ApiId, form: DownloadForm): string {
  return `downloads/${api}.${form}`;
}

export function assetPath(name: string): string {
  return `assets/${name}`;
}

/** The place of a requirement, for links from reports too: `requirements/terraform.html#delete-agent.not-deletable`. */
export function requirementPath(api: ApiId, id: string): string {
  return `${apiPagePath("requirements", api)}#${id}`;
}

export function checkPath(api: ApiId, id: string): string {
  return `${apiPagePath("checks", api)}#${id}`;
}

/** Where the reference shows an operation. */
export function operationPath(api: ApiId, bundle: Bundle, { id, pointer }: Operation): string {
  const tag = String(valueAt(bundle, `${pointer}/tags/0`));
  return `${apiPagePath("reference", api)}#${api}/tag/${tagSlug(tag)}/${id}`;
}

/** The reference is told to make its anchors so. */
export function tagSlug(name: string): string {
  return name.toLowerCase().replaceAll(/[^a-z0-9]+/g, "-");
}
