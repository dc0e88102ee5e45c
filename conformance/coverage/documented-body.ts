import { type BodyPlace, readBodyPlaces } from "../../src/contract/body-places.ts";
import type { Bundle } from "../../src/contract/bundle.ts";
import { isJson } from "../../src/contract/media-type.ts";
import type { DocumentedResponse } from "../../src/contract/operations.ts";

const known = new WeakMap<DocumentedResponse, readonly BodyPlace[]>();

/**
 * The places in the JSON bodies of a documented response, worked out once; of several media types those of all, as
 * branches. Empty where no JSON is documented.
 */
export function bodyPlacesOf(bundle: Bundle, response: DocumentedResponse): readonly BodyPlace[] {
  const before = known.get(response);
  if (before) return before;
  const schemas = response.mediaTypes.filter(({ name }) => isJson(name)).map(({ schema }) => schema);
  const [first, ...others] = schemas;
  const places = first ? readBodyPlaces(bundle, others.length > 0 ? { anyOf: schemas } : first) : [];
  known.set(response, places);
  return places;
}
