import { createHash } from "node:crypto";
import { globSync, readFileSync } from "node:fs";
import { join } from "node:path";

/** Everything that can change what the package holds. */
const sources = [
  "{src,conformance,bin}/**/*.{ts,js,json,css,html,svg}",
  "generated/*/*",
  "{package,package-lock,tsconfig,tsconfig.build}.json",
  "{README,CHANGELOG}.md",
  "LICENSE",
];

/** A name for the state of the sources, the same for the same contents. */
export function sourceHash(root: string): string {
  const hash = createHash("sha256");
  const files = sources.flatMap((pattern) => globSync(pattern, { cwd: root })).sort();
  for (const file of files.filter((name) => !name.endsWith(".test.ts"))) {
    hash
      .update(`${file}\0`)
      .update(readFileSync(join(root, file)))
      .update("\0");
  }
  return hash.digest("hex").slice(0, 20);
}
