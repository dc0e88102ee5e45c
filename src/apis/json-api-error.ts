import type { Problem } from "./api.ts";

/** A JSON:API error document with one error object ("Error Objects"); `status` is a string there. */
export function jsonApiError({ status, title, detail, source }: Problem): unknown {
  return { errors: [{ status: String(status), title, detail, ...(source && { source }) }] };
}
