import leven from "leven";

const mostIds = 3;

/** How far a word may be from what was meant: one letter in so many. */
const lettersPerMistake = 4;

/** The beginnings of check ids, or whole ids, that someone who wrote this one most likely meant; the likeliest first. */
export function likelyIds(given: string, ids: readonly string[]): readonly string[] {
  const plain = given.toLowerCase();
  const segments = plain.replace(/\/$/, "").split("/");
  // Without the API, or only the topic.
  const around = ids.filter((id) => id.toLowerCase().includes(`/${segments.join("/")}`));
  if (around.length > 0) return around.slice(0, mostIds);
  const candidates = [...new Set(ids.map((id) => beginningOf(id, segments.length)))];
  const near = candidates
    .map((id) => ({ id, distance: leven(plain, id.toLowerCase()) }))
    .filter(({ distance }) => distance <= Math.max(2, Math.floor(plain.length / lettersPerMistake)))
    .toSorted((a, b) => a.distance - b.distance);
  const best = near[0]?.distance ?? 0;
  return near
    .filter(({ distance }) => distance <= best + 1)
    .slice(0, mostIds)
    .map(({ id }) => id);
}

/** So many segments of an id, with the slash after them where more follow. */
function beginningOf(id: string, count: number): string {
  const segments = id.split("/");
  return `${segments.slice(0, count).join("/")}${segments.length > count ? "/" : ""}`;
}
