/** What a server sends when its code has failed. */
export function fail(): Response {
  const errors = [{ status: "500", title: "internal error" }];
  return Response.json({ errors }, { status: 500, headers: { "Content-Type": "application/vnd.api+json" } });
}
