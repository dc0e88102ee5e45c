import type { Api } from "../apis/api.ts";
import { type ApiId, apis } from "../apis/index.ts";
import type { Operation } from "../contract/operations.ts";
import { fillPath } from "../contract/route.ts";
import type { ServedApi } from "./apis-front.ts";
import { basePathOf } from "./base-path.ts";
import { type ControlSample, controlRoutes, fillRoute } from "./control-routes.ts";
import type { SiteParts } from "./create-site.ts";

/** What a mock serves, for its start page and for programs. */
export interface SiteMap {
  readonly kind: "static" | "stateful";
  readonly token: string;
  readonly apis: readonly SiteApi[];
  readonly preferences: readonly { readonly header: string; readonly does: string }[];
  readonly control: readonly SiteRoute[];
}

export interface SiteApi {
  readonly id: ApiId;
  readonly title: string;
  readonly baseUrl: string;
  readonly routes: readonly SiteRoute[];
}

export interface SiteRoute {
  readonly method: string;
  readonly path: string;
  readonly does: string;
  /** A line for a shell that calls it. */
  readonly curl: string;
}

export interface SiteMapOptions extends Pick<SiteParts, "kind" | "token" | "samplesOf"> {
  readonly served: readonly ServedApi[];
  /** Something that the control API can show and change. */
  readonly controlSample?: ControlSample | undefined;
}

/** @param origin where the mock stands, as its client sees it: `http://127.0.0.1:4010` */
export function describeSite(options: SiteMapOptions, origin: string): SiteMap {
  const { kind, token, served, samplesOf, controlSample } = options;
  return {
    kind,
    token,
    apis: served.map(({ id, contract }) => {
      const baseUrl = `${origin}${basePathOf(contract)}`;
      const samples = samplesOf?.(id) ?? {};
      const routes = contract.operations.map((operation) => routeOf(operation, apis[id], token, baseUrl, samples));
      return { id, title: apis[id].title, baseUrl, routes };
    }),
    preferences: preferences.filter(({ kinds }) => kinds.includes(kind)).map(({ header, does }) => ({ header, does })),
    control: controlRoutes(kind === "stateful").map((route) => {
      const { method, path, body } = controlSample ? fillRoute(route, controlSample) : route;
      return { method, path: route.path, does: route.does, curl: curlOf(method, `${origin}${path}`, [], body) };
    }),
  };
}

const preferences: readonly { header: string; does: string; kinds: readonly SiteMap["kind"][] }[] = [
  { header: "Prefer: code=404", does: "Answers the documented example of a status.", kinds: ["static", "stateful"] },
  { header: "Prefer: example=NAME", does: "Answers a documented example by its name.", kinds: ["static", "stateful"] },
  { header: "Prefer: dynamic=true", does: "Makes up an answer that keeps to the contract.", kinds: ["static"] },
  { header: "Prefer: delay=500", does: "Answers so many milliseconds later.", kinds: ["static", "stateful"] },
];

function routeOf(
  operation: Operation,
  api: Api,
  token: string,
  baseUrl: string,
  samples: Readonly<Record<string, string>>,
): SiteRoute {
  const { method, path, summary, requestBody } = operation;
  const params = Object.fromEntries(
    operation.parameters
      .filter((each) => each.in === "path")
      .map(({ name, example }) => [name, samples[name] ?? `${example ?? name}`]),
  );
  const [form] = Object.values(api.authorization);
  const headers = [`${form?.header}: ${form?.prefix}${token}`];
  const [mediaType] = requestBody?.mediaTypes ?? [];
  const [body] = Object.values(mediaType?.examples ?? {});
  if (mediaType) headers.push(`Content-Type: ${mediaType.name}`);
  const url = `${baseUrl}${fillPath(path, params)}`;
  const text = body === undefined ? undefined : JSON.stringify(withSampleId(body, Object.values(params).at(-1)));
  return { method, path, does: summary, curl: curlOf(method, url, headers, text) };
}

/** A JSON:API document that repeats the id of its path has to repeat the sample's. */
function withSampleId(body: unknown, id: string | undefined): unknown {
  const { data } = body as { data?: { id?: unknown } };
  return data?.id === undefined ? body : { ...(body as object), data: { ...data, id } };
}

function curlOf(method: string, url: string, headers: readonly string[], body: string | undefined): string {
  const parts = [
    ...(method === "GET" ? [] : ["-X", method]),
    ...headers.flatMap((header) => ["-H", quote(header)]),
    ...(body === undefined ? [] : ["-d", quote(body)]),
    quote(url),
  ];
  return `curl -i ${parts.join(" ")}`;
}

function quote(text: string): string {
  return `'${text.replaceAll("'", String.raw`'\''`)}'`;
}
