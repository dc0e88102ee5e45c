import type { Contract } from "../contract/contract.ts";

/** The first documented base path, with the defaults of its variables. */
export function basePathOf({ bundle, basePaths }: Contract): string {
  const variables = bundle.servers[0]?.variables ?? {};
  return (basePaths[0] ?? "").replaceAll(/\{([^}]+)\}/g, (_, name: string) => variables[name]?.default ?? name);
}
