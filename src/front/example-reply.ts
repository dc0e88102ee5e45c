import type { Reply } from "./api-front.ts";
import type { Choice } from "./choice.ts";

/** The documented example of an answer, as it is; an answer without examples has no body. */
export function exampleReply({ response, status, example }: Choice): Reply {
  const [mediaType] = response.mediaTypes;
  if (!mediaType) return { status };
  const body = example === undefined ? Object.values(mediaType.examples)[0] : mediaType.examples[example];
  return { status, body, headers: { "Content-Type": mediaType.name } };
}
