import { accessSync, constants, statSync } from "node:fs";
import { delimiter, join } from "node:path";

const names = ["chromium", "chromium-browser", "google-chrome"] as const;

/** What to do where `findChromium` finds none. */
export const chromiumRemedy = "No Chromium was found: apt-get install chromium, or name one by CHROMIUM=FILE";

/** The browser that tests are to use: the file that `CHROMIUM` names, or the first one on the `PATH`. */
export function findChromium(env: Readonly<Record<string, string | undefined>> = process.env): string | undefined {
  const { CHROMIUM: given, PATH: path = "" } = env;
  if (given) return isExecutable(given) ? given : undefined;
  const folders = path.split(delimiter).filter(Boolean);
  return names.flatMap((name) => folders.map((folder) => join(folder, name))).find(isExecutable);
}

function isExecutable(file: string): boolean {
  try {
    accessSync(file, constants.X_OK);
    return statSync(file).isFile();
  } catch {
    return false;
  }
}
