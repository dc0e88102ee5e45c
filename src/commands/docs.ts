import { relative } from "node:path";
import { buildSite } from "../site/build-site.ts";
import { UsageError } from "./usage-error.ts";

export interface DocsFlags {
  readonly out: string;
  /** Origin of a mock. */
  readonly mock: string;
}

/**
 * `poolproof docs`: builds the site, and says on stdout where it is.
 * @throws {UsageError} if the folder may not be written, or the mock is no origin; then nothing was written
 */
export async function docs({ out, mock }: DocsFlags): Promise<void> {
  if (out === "") throw new UsageError("--out is empty: name a folder, such as --out site.");
  const { folder, pages } = await buildSite({ outDirectory: out, mockUrl: readOrigin(mock) });
  const shown = relative(process.cwd(), folder);
  process.stdout.write(
    `Wrote ${pages} pages to ${shown}. Open ${shown}/index.html, or serve the folder from anywhere.\n`,
  );
}

function readOrigin(mock: string): string {
  const url = URL.parse(mock);
  if (!url || !/^https?:$/.test(url.protocol) || url.href !== `${url.origin}/`) {
    throw new UsageError(
      `--mock ${mock} is no origin: give scheme, host and port alone, such as http://127.0.0.1:4010.`,
    );
  }
  return url.origin;
}
