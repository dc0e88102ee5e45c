import type { Api } from "../src/apis/api.ts";
import { type ApiId, apis } from "../src/apis/index.ts";
import { loadContract } from "../src/contract/load-contract.ts";
import type { Operation } from "../src/contract/operations.ts";
import { fillPath } from "../src/contract/route.ts";
import type { BenchRequest } from "./requests-per-second.ts";

export type MockRequest = Omit<BenchRequest, "status" | "body" | "next"> & { readonly body?: string };

/**
 * A valid request of each operation of an API, with a token in the API's first form.
 * @param samples values of path parameters that lead somewhere; the spec's examples for the others
 */
export async function mockRequests(
  id: ApiId,
  token: string,
  samples: Readonly<Record<string, string>> = {},
): Promise<MockRequest[]> {
  const api: Api = apis[id];
  const { operations } = await loadContract(id);
  const [form] = Object.values(api.authorization);
  return operations.map(({ method, path, parameters, requestBody }: Operation) => {
    const params = parameters
      .filter((each) => each.in === "path")
      .map(({ name, example }) => [name, samples[name] ?? String(example)]);
    const [mediaType] = requestBody?.mediaTypes ?? [];
    const [body] = Object.values(mediaType?.examples ?? {});
    return {
      method: method as BenchRequest["method"],
      path: fillPath(path, Object.fromEntries(params)),
      headers: {
        [form?.header ?? ""]: `${form?.prefix}${token}`,
        // Prism's command refuses the vendor's own type.
        Accept: api.contentType,
        ...(mediaType && { "Content-Type": mediaType.name }),
      },
      ...(body !== undefined && { body: JSON.stringify(withSampleId(body, params.at(-1)?.[1])) }),
    };
  });
}

/** A document that repeats the id of its path has to repeat the sample's. */
function withSampleId(body: unknown, id: string | undefined): unknown {
  const { data } = body as { data?: { id?: unknown } };
  return data?.id === undefined ? body : { ...(body as object), data: { ...data, id } };
}
