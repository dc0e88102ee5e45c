import { readFile } from "node:fs/promises";

/**
 * The script that shows the references, and its licence. One file of a package whose rest nobody needs; `scalar.json`
 * says where it is from, and its digest, so that it is never changed by hand.
 */
export async function readScalar(): Promise<{ readonly script: Buffer; readonly licence: string }> {
  const [script, licence] = await Promise.all([
    readFile(new URL("./scalar.js", import.meta.url)),
    readFile(new URL("./scalar-licence.md", import.meta.url), "utf8"),
  ]);
  return { script, licence };
}
