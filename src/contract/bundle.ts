import type { Source } from "../requirement.ts";
import { valueAt } from "./json-pointer.ts";

/** The parts of an OpenAPI 3.1 document that the contract reads. Bundles are our own, so their form is trusted. */
export interface Bundle {
  readonly info: { readonly title: string; readonly version: string };
  readonly servers: readonly BundleServer[];
  readonly paths: Readonly<Record<string, Ref | BundlePath>>;
}

export interface BundleServer {
  readonly url: string;
  readonly variables?: Readonly<Record<string, { readonly default: string }>>;
}

export interface BundlePath extends Readonly<Partial<Record<Lowercase<Method>, BundleOperation>>> {
  readonly parameters?: readonly (Ref | BundleParameter)[];
}

export interface BundleOperation {
  readonly operationId: string;
  readonly summary: string;
  readonly parameters?: readonly (Ref | BundleParameter)[];
  readonly requestBody?: Ref | { readonly required?: boolean; readonly content: BundleContent };
  readonly responses: Readonly<Record<string, Ref | BundleResponse>>;
}

export interface BundleParameter {
  readonly name: string;
  readonly in: "path" | "query" | "header";
  readonly required?: boolean;
  readonly schema: Schema;
  readonly example?: unknown;
  readonly "x-source"?: Source;
}

export interface BundleResponse {
  readonly description: string;
  readonly headers?: Readonly<Record<string, Ref | BundleHeader>>;
  readonly content?: BundleContent;
  readonly "x-source"?: Source;
  readonly "x-keyword-sources"?: Readonly<Record<string, Source>>;
}

export interface BundleHeader {
  readonly required?: boolean;
  readonly schema: Schema;
  readonly "x-source"?: Source;
}

export type BundleContent = Readonly<Record<string, BundleMediaType>>;

export interface BundleMediaType {
  readonly schema: Schema;
  readonly examples: Readonly<Record<string, Ref | { readonly summary: string; readonly value: unknown }>>;
  /** Further names under which the same body is as welcome. */
  readonly "x-media-type-aliases"?: readonly string[];
}

export interface Schema {
  readonly $ref?: string;
  readonly type?: string | readonly string[];
  readonly properties?: Readonly<Record<string, Schema>>;
  readonly additionalProperties?: Schema | boolean;
  readonly required?: readonly string[];
  readonly items?: Schema;
  readonly allOf?: readonly Schema[];
  readonly anyOf?: readonly Schema[];
  readonly oneOf?: readonly Schema[];
  readonly enum?: readonly unknown[];
  readonly const?: unknown;
  readonly pattern?: string;
  readonly format?: string;
  readonly minimum?: number;
  readonly maximum?: number;
  readonly default?: unknown;
  readonly "x-source"?: Source;
  readonly "x-keyword-sources"?: Readonly<Record<string, Source>>;
  /** Members of `enum` that the page does not list. */
  readonly "x-enum-sources"?: Readonly<Record<string, Source>>;
}

export interface Ref {
  readonly $ref: string;
}

export const methods = ["GET", "POST", "PUT", "PATCH", "DELETE"] as const;
export type Method = (typeof methods)[number];

/** Follows a reference, if it is one, and tells where it ended. */
export function follow<T extends object>(bundle: Bundle, node: Ref | T, pointer: string): { node: T; pointer: string } {
  if (!("$ref" in node) || typeof node.$ref !== "string") return { node: node as T, pointer };
  return follow(bundle, valueAt(bundle, node.$ref) as Ref | T, node.$ref);
}
