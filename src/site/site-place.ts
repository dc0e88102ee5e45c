/** Where a page stands in the site, and how it leads to others. */
export interface SitePlace {
  /** From the root of the site: `requirements/terraform.html`. */
  readonly path: string;
  /** A relative link to a path from the root, so that the site works in any folder and as files. */
  readonly to: (path: string) => string;
}

export function placeOf(path: string): SitePlace {
  const up = "../".repeat(path.split("/").length - 1);
  return { path, to: (target) => `${up}${target}` };
}
