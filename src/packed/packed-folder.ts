import { execFileSync } from "node:child_process";
import { fileURLToPath } from "node:url";

/** Hands the folder from the process that packed to its workers. */
export const packedFolderVariable = "POOLPROOF_PACKED";

/** The folder in whose `node_modules` the packed package is installed; made now if that was not done before. */
export function packedFolder(): string {
  const given = process.env[packedFolderVariable];
  if (given) return given;
  const main = fileURLToPath(new URL("main.ts", import.meta.url));
  const folder = execFileSync(process.execPath, [main], { encoding: "utf8" }).trim();
  process.env[packedFolderVariable] = folder;
  return folder;
}
