/** Words as part of an anchor: `GET /runners/:id` becomes `get-runners-id`. */
export function slugOf(words: string): string {
  return words
    .toLowerCase()
    .replaceAll(/[^a-z0-9]+/g, "-")
    .replaceAll(/^-|-$/g, "");
}
