import { readFile } from "node:fs/promises";
import { parseDocument } from "yaml";

/** The APIs, and where the rows of each stand, in the order in which they are printed. */
export const requirementFiles = {
  terraform: ["specs/terraform/requirements.yaml", "specs/shared/jsonapi/requirements.yaml"],
  scalr: ["specs/scalr/requirements.yaml", "specs/shared/jsonapi/requirements.yaml"],
  pulumi: ["specs/pulumi/requirements.yaml"],
  agentsmesh: ["specs/agentsmesh/requirements.yaml"],
} as const satisfies Record<string, readonly string[]>;

const typeImport = 'import type { Requirement } from "../../src/requirement.ts";';

/** The rows of an API as a TypeScript module, so that a misspelt requirement id does not compile. */
export async function requirementsModule(apiId: keyof typeof requirementFiles): Promise<string> {
  const rows = (await Promise.all(requirementFiles[apiId].map(readRows))).flat();
  const entries = rows.map(({ id, ...row }) => `  ${JSON.stringify(id)}: ${JSON.stringify(row)},`);
  const idType = `${apiId[0]?.toUpperCase()}${apiId.slice(1)}RequirementId`;
  return [
    `// Made by \`npm run generate\` from ${requirementFiles[apiId].join(" and ")}.`,
    typeImport,
    "",
    "const rows = {",
    ...entries,
    "} as const;",
    "",
    `export type ${idType} = keyof typeof rows;`,
    "",
    `export const requirements: Readonly<Record<${idType}, Requirement>> = rows;`,
    "",
  ].join("\n");
}

async function readRows(file: string): Promise<{ id: string }[]> {
  const document = parseDocument(await readFile(new URL(`../../${file}`, import.meta.url), "utf8"));
  const [mistake] = document.errors;
  if (mistake) throw new Error(`${file}: ${mistake.message}`);
  return document.toJS() as { id: string }[];
}
