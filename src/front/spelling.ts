/** `created-at`, `created_at` and `createdAt` are one and the same. */
export function foldSpelling(name: string): string {
  return name.replaceAll(/[-_\s]/g, "").toLowerCase();
}
