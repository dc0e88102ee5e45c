import { type ApiId, apiIds, isApiId } from "../apis/index.ts";
import { UsageError } from "../commands/usage-error.ts";
import { suggest } from "../config/suggestion.ts";

/**
 * What is asked for without a compiler may name anything.
 * @throws {UsageError} for an API that there is not, and for none at all
 */
export function assertApis(ids: readonly ApiId[]): void {
  const unknown = ids.find((id) => !isApiId(id));
  if (unknown !== undefined) {
    throw new UsageError(
      `There is no API ${JSON.stringify(unknown)}; ${suggest(String(unknown), apiIds, "there are")}`,
    );
  }
  if (ids.length === 0) throw new UsageError("`apis` is empty: name one at least, or leave it out for all.");
}
