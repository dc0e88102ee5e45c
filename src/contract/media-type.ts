import { parse } from "content-type";
import type { MediaType } from "./operations.ts";

/** `type/subtype` in lower case without parameters, undefined where there is none. */
export function essenceOf(contentType: string | null | undefined): string | undefined {
  return contentType ? parse(contentType, { parameters: false }).type || undefined : undefined;
}

/** The documented media type that an actual `Content-Type` stands for, by its name or by one of its aliases. */
export function findMediaType(mediaTypes: readonly MediaType[], contentType: string | null): MediaType | undefined {
  const essence = essenceOf(contentType);
  return mediaTypes.find(
    ({ name, aliases }) => essence !== undefined && (name === essence || aliases.includes(essence)),
  );
}

/** Whether a media type is JSON by its name: `application/json`, `application/vnd.api+json`. */
export function isJson(name: string): boolean {
  return /[/+]json$/.test(name);
}
