import type { ApiId } from "../src/apis/index.ts";
import { createMock } from "../src/mock/create-mock.ts";
import { createReferenceServer } from "../src/reference/create-reference-server.ts";
import { referenceData } from "../src/reference/reference-data.ts";
import type { ProfileName } from "./kit/capability.ts";

/** A server of our own, listening, and what a suite has to know of it. */
export interface Embedded {
  readonly baseUrl: string;
  readonly close: () => Promise<void>;
  readonly data?: Readonly<Record<string, string>>;
  readonly fixtures?: Readonly<Record<string, readonly string[]>>;
  readonly tokens?: { readonly token: string; readonly otherToken: string; readonly limitedToken: string };
}

/** The mock for the profile of stateless targets, else the reference server with all that is in it. */
export async function openEmbedded(api: ApiId, profile: ProfileName): Promise<Embedded> {
  if (profile === "mock") {
    const { baseUrls, close } = await createMock({ apis: [api] });
    return { baseUrl: baseUrls[api] ?? "", close };
  }
  const { baseUrls, close } = await createReferenceServer({ apis: [api] });
  const { fixtures, tokens, ...data } = referenceData[api];
  return { baseUrl: baseUrls[api] ?? "", close, data, fixtures, tokens };
}
