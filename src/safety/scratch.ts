import { readdirSync, readFileSync } from "node:fs";
import { mkdir, mkdtemp, readdir, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";

/** Folders of a user who has nothing else. */
export interface Scratch {
  readonly home: string;
  /** Where the command is called. */
  readonly work: string;
  /** For ledgers. */
  readonly state: string;
  /** Texts of all ledgers that there are now. */
  readonly ledgers: () => readonly string[];
  /** Every file in the folders, from the root on. */
  readonly files: () => Promise<readonly string[]>;
  readonly remove: () => Promise<void>;
}

export async function createScratch(): Promise<Scratch> {
  const root = await mkdtemp(join(tmpdir(), "poolproof-safety-"));
  const [home, work, state] = [join(root, "home"), join(root, "work"), join(root, "state")];
  for (const folder of [home, work, state]) await mkdir(folder);
  return {
    home,
    work,
    state,
    ledgers: () =>
      readdirSync(state)
        .filter((name) => name.endsWith(".jsonl"))
        .map((name) => readFileSync(join(state, name), "utf8")),
    files: async () => {
      const entries = await readdir(root, { recursive: true, withFileTypes: true });
      return entries.filter((each) => each.isFile()).map(({ parentPath, name }) => join(parentPath, name));
    },
    remove: () => rm(root, { recursive: true, force: true }),
  };
}
