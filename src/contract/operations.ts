import type { Source } from "../requirement.ts";
import {
  type Bundle,
  type BundleContent,
  type BundleHeader,
  type BundleOperation,
  type BundleParameter,
  type BundlePath,
  type BundleResponse,
  follow,
  type Method,
  methods,
  type Schema,
} from "./bundle.ts";
import { joinPointer } from "./json-pointer.ts";

/** One method on one path, with everything resolved that is not a schema. */
export interface Operation {
  readonly id: string;
  readonly method: Method;
  /** Path template: `/agents/{agent_id}`. */
  readonly path: string;
  readonly summary: string;
  readonly pointer: string;
  readonly parameters: readonly Parameter[];
  readonly requestBody: RequestBody | undefined;
  /** In ascending order of status, ranges last. */
  readonly responses: readonly DocumentedResponse[];
}

export interface Parameter {
  readonly name: string;
  readonly in: "path" | "query" | "header";
  readonly required: boolean;
  readonly schema: Schema;
  readonly pointer: string;
  readonly example: unknown;
  readonly source: Source;
}

export interface RequestBody {
  readonly required: boolean;
  readonly pointer: string;
  readonly mediaTypes: readonly MediaType[];
}

export interface DocumentedResponse {
  /** `200`, or a range such as `4XX`. */
  readonly status: string;
  readonly description: string;
  /** Where the operation lists it, and where it is defined (the same if it is not shared). */
  readonly pointer: string;
  readonly definition: string;
  readonly source: Source;
  /** Source of the media type's name, which may differ from that of the body. */
  readonly contentSource: Source;
  readonly headers: readonly Header[];
  readonly mediaTypes: readonly MediaType[];
}

export interface Header {
  readonly name: string;
  readonly required: boolean;
  readonly schema: Schema;
  readonly pointer: string;
  readonly source: Source;
}

export interface MediaType {
  readonly name: string;
  readonly aliases: readonly string[];
  readonly schema: Schema;
  readonly pointer: string;
  /** Sample payloads by name. */
  readonly examples: Readonly<Record<string, unknown>>;
}

/** All operations of a bundle, in the order of its paths and of {@link methods}. */
export function readOperations(bundle: Bundle): Operation[] {
  return Object.entries(bundle.paths).flatMap(([path, pathNode]) => {
    const { node, pointer } = follow<BundlePath>(bundle, pathNode, joinPointer("#/paths", path));
    return methods.flatMap((method) => {
      const key = method.toLowerCase() as Lowercase<Method>;
      const operation = node[key];
      return operation
        ? [
            readOperation(bundle, {
              operation,
              path,
              method,
              pathNode: node,
              pathPointer: pointer,
              pointer: joinPointer(pointer, key),
            }),
          ]
        : [];
    });
  });
}

function readOperation(
  bundle: Bundle,
  given: {
    operation: BundleOperation;
    path: string;
    method: Method;
    pathNode: BundlePath;
    pathPointer: string;
    pointer: string;
  },
): Operation {
  const { operation, path, method, pointer } = given;
  const parameters = [
    ...readParameters(bundle, given.pathNode.parameters, given.pathPointer),
    ...readParameters(bundle, operation.parameters, pointer),
  ];
  return {
    id: operation.operationId,
    method,
    path,
    summary: operation.summary,
    pointer,
    parameters,
    requestBody: readRequestBody(bundle, operation, pointer),
    responses: Object.entries(operation.responses).map(([status, response]) =>
      readResponse(bundle, status, response, joinPointer(pointer, "responses", status)),
    ),
  };
}

/** Parameters that stand at a pointer: those of a path or of an operation. */
function readParameters(bundle: Bundle, listed: BundlePath["parameters"] = [], pointer: string): Parameter[] {
  return listed.map((parameter, index) => {
    const place = joinPointer(pointer, "parameters", `${index}`);
    const { node, pointer: definition } = follow<BundleParameter>(bundle, parameter, place);
    return {
      name: node.name,
      in: node.in,
      required: node.required ?? false,
      schema: node.schema,
      pointer: definition,
      example: node.example,
      source: node["x-source"] ?? "page",
    };
  });
}

function readRequestBody(bundle: Bundle, operation: BundleOperation, pointer: string): RequestBody | undefined {
  if (!operation.requestBody) return undefined;
  const body = follow<{ required?: boolean; content: BundleContent }>(
    bundle,
    operation.requestBody,
    joinPointer(pointer, "requestBody"),
  );
  return {
    required: body.node.required ?? false,
    pointer: body.pointer,
    mediaTypes: readContent(bundle, body.node.content, body.pointer),
  };
}

function readResponse(
  bundle: Bundle,
  status: string,
  response: { $ref: string } | BundleResponse,
  pointer: string,
): DocumentedResponse {
  const { node, pointer: definition } = follow<BundleResponse>(bundle, response, pointer);
  const source = node["x-source"] ?? "page";
  return {
    status,
    description: node.description,
    pointer,
    definition,
    source,
    contentSource: source === "page" ? (node["x-keyword-sources"]?.content ?? "page") : source,
    headers: Object.entries(node.headers ?? {}).map(([name, header]) => {
      const resolved = follow<BundleHeader>(bundle, header, joinPointer(definition, "headers", name));
      return {
        name,
        required: resolved.node.required ?? false,
        schema: resolved.node.schema,
        pointer: resolved.pointer,
        source: resolved.node["x-source"] ?? source,
      };
    }),
    mediaTypes: readContent(bundle, node.content ?? {}, definition),
  };
}

function readContent(bundle: Bundle, content: BundleContent, pointer: string): MediaType[] {
  return Object.entries(content).map(([name, mediaType]) => ({
    name,
    aliases: mediaType["x-media-type-aliases"] ?? [],
    schema: mediaType.schema,
    pointer: joinPointer(pointer, "content", name),
    examples: Object.fromEntries(
      Object.entries(mediaType.examples).map(([key, example]) => [
        key,
        follow<{ summary: string; value: unknown }>(bundle, example, "").node.value,
      ]),
    ),
  }));
}
