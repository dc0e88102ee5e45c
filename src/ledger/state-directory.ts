import { join, resolve } from "node:path";
import envPaths from "env-paths";

/** Where ledgers are kept: POOLPROOF_STATE, or the folder that the system has for such things. */
export function stateDirectory(env: NodeJS.ProcessEnv): string {
  const given = env.POOLPROOF_STATE;
  return given ? resolve(given) : join(envPaths("poolproof", { suffix: "" }).data, "ledgers");
}
