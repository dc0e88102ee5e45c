import { bundleSpec, typesOf } from "./bundle.ts";
import { requirementFiles, requirementsModule } from "./requirements.ts";

const apiIds = Object.keys(requirementFiles) as (keyof typeof requirementFiles)[];

/** Everything under `generated/`, as path below it → text. Reads `specs/` only; writes nothing. */
export async function generate(): Promise<Map<string, string>> {
  const files = await Promise.all(apiIds.map(generateApi));
  return new Map(files.flat());
}

async function generateApi(id: keyof typeof requirementFiles): Promise<[path: string, text: string][]> {
  const bundle = await bundleSpec(id);
  return [
    [`${id}/openapi.json`, bundle],
    [`${id}/types.ts`, await typesOf(bundle)],
    [`${id}/requirements.ts`, await requirementsModule(id)],
  ];
}
