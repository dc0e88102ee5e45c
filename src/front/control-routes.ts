export interface ControlRoute {
  readonly method: string;
  readonly path: string;
  readonly does: string;
  /** A body that does something, as JSON text. */
  readonly body?: string;
  readonly needsState: boolean;
}

/** The control API as the start page tells of it. */
export function controlRoutes(hasState: boolean): readonly ControlRoute[] {
  return routes.filter(({ needsState }) => hasState || !needsState);
}

const placeholders = ["API", "LIST", "ID"] as const;

/** Something that is there: what a path's placeholders stand for, and another status that it may have. */
export type ControlSample = Readonly<Record<(typeof placeholders)[number] | "status", string>>;

/** Whether a route has this path, whatever stands in the place of its placeholders. */
export function isAt(route: ControlRoute, path: string): boolean {
  const given = path.split("/");
  const parts = route.path.split("/");
  return (
    given.length === parts.length && parts.every((part, at) => part === given[at] || (isPlaceholder(part) && given[at]))
  );
}

/** The route with something that is there in the place of its placeholders; the same without any. */
export function fillRoute(route: ControlRoute, sample: ControlSample): ControlRoute {
  const parts = route.path.split("/");
  if (!parts.some(isPlaceholder)) return route;
  const path = parts.map((part) => (isPlaceholder(part) ? encodeURIComponent(sample[part]) : part)).join("/");
  return { ...route, path, ...(route.body && { body: JSON.stringify({ status: sample.status }) }) };
}

const isPlaceholder = (part: string): part is (typeof placeholders)[number] =>
  (placeholders as readonly string[]).includes(part);

const item = "/_poolproof/state";

const routes: readonly ControlRoute[] = [
  {
    method: "POST",
    path: "/_poolproof/faults",
    does: "Makes the next calls fail. All members may be left out: status (429), count (1), retryAfter, delay in milliseconds, api, operation. With a delay alone they are only slow.",
    body: '{"status":429,"count":3,"retryAfter":2}',
    needsState: false,
  },
  { method: "GET", path: "/_poolproof/faults", does: "Lists the faults that still wait.", needsState: false },
  {
    method: "DELETE",
    path: "/_poolproof/faults",
    does: "Forgets them all; /faults/ID forgets one.",
    needsState: false,
  },
  {
    method: "POST",
    path: "/_poolproof/reset",
    does: "Puts everything back as it was at first, and forgets the faults.",
    needsState: false,
  },
  { method: "GET", path: item, does: "Shows the data of all APIs, as --data takes them.", needsState: true },
  {
    method: "PUT",
    path: item,
    does: "Replaces the data of each API that the body names; the form is that of --data.",
    body: '{"terraform":{"pools":["web","db"]}}',
    needsState: true,
  },
  { method: "GET", path: `${item}/schema.json`, does: "JSON Schema of that form.", needsState: true },
  { method: "GET", path: `${item}/API`, does: "Shows the data of one API.", needsState: true },
  {
    method: "GET",
    path: `${item}/API/LIST/ID`,
    does: "Shows one thing: a pool, an agent, a runner.",
    needsState: true,
  },
  {
    method: "PATCH",
    path: `${item}/API/LIST/ID`,
    does: "Changes one thing: the status of an agent, runner or pod; busy or status of a pool.",
    body: '{"status":"busy"}',
    needsState: true,
  },
];
