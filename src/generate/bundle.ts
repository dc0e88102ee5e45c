import { execFile } from "node:child_process";
import { mkdtemp, readFile, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";
import openapiTS, { astToString } from "openapi-typescript";

const root = fileURLToPath(new URL("../..", import.meta.url));
const redocly = join(root, "node_modules/@redocly/cli/bin/cli.js");

const quiet = { ...process.env, REDOCLY_TELEMETRY: "off", REDOCLY_SUPPRESS_UPDATE_NOTICE: "true" };

/** The one-file OpenAPI document of an API that redocly.yaml names, as JSON text. */
export async function bundleSpec(apiId: string): Promise<string> {
  const directory = await mkdtemp(join(tmpdir(), "poolproof-bundle-"));
  try {
    const file = join(directory, "openapi.json");
    await promisify(execFile)(process.execPath, [redocly, "bundle", apiId, "--output", file], {
      cwd: root,
      env: quiet,
    });
    return await readFile(file, "utf8");
  } finally {
    await rm(directory, { recursive: true, force: true });
  }
}

/** TypeScript types of a bundle: `paths`, `operations`, and every component schema under its own name. */
export async function typesOf(bundle: string): Promise<string> {
  return astToString(await openapiTS(bundle, { rootTypes: true, rootTypesNoSchemaPrefix: true }));
}
