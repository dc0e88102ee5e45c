const mediaType = "application/vnd.api+json";

/** What a server sends when its code has failed. */
export const fail = () => problem(500, "internal error");

/** A refusal or failure outside of any operation. */
export function problem(status: number, title: string): Response {
  return Response.json(
    { errors: [{ status: String(status), title }] },
    { status, headers: { "Content-Type": mediaType } },
  );
}
