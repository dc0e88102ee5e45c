import { speaksOf } from "../../conformance/results/waiver.ts";
import { loadSuite } from "../../conformance/suites.ts";
import type { ApiId } from "../apis/index.ts";
import { areRelated, type Mistake, type Path, quote } from "./mistake.ts";
import { suggestion } from "./suggestion.ts";

/**
 * Waivers whose id is no beginning of any check's.
 * @param path from the root of the document to the list
 * @param known mistakes that were found before: what they speak of is not judged again
 */
export async function waiverMistakes(
  waivers: unknown,
  api: ApiId,
  path: Path,
  known: readonly Mistake[],
): Promise<Mistake[]> {
  const listed = (Array.isArray(waivers) ? waivers : []).flatMap((waiver, index) => {
    const at = [...path, String(index), "id"];
    return typeof waiver?.id === "string" && !known.some((mistake) => areRelated(mistake.at, at))
      ? [{ at, id: waiver.id as string }]
      : [];
  });
  if (listed.length === 0) return [];
  const ids = (await loadSuite(api)).checks.map(({ id }) => id);
  return listed
    .filter((waiver) => !ids.some((each) => speaksOf(waiver, each)))
    .map(({ at, id }) => ({ at, part: "value", text: describeUnmatched(id, api, ids) }));
}

function describeUnmatched(id: string, api: ApiId, ids: readonly string[]): string {
  const operations = [...new Set(ids.map((each) => each.replace(/[^/]*$/, "")))];
  const meant = suggestion(id, id.endsWith("/") ? operations : ids) ?? suggestion(id, operations);
  const advice = meant === undefined ? `poolproof checks ${api} lists them` : `did you mean ${quote(meant)}?`;
  return `no check of ${api} begins with ${quote(id)}; ${advice}`;
}
