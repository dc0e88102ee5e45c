import type { Api } from "./api.ts";
import { jsonApiError } from "./json-api-error.ts";

export const scalr = {
  id: "scalr",
  title: "Scalr",
  authorization: { bearer: { header: "Authorization", prefix: "Bearer " } },
  accept: "application/vnd.api+json",
  headers: { Prefer: "profile=preview" },
  contentType: "application/vnd.api+json",
  targetFlags: ["account", "environment"],
  urlEndsBefore: "/agent-pools",
  errorBody: jsonApiError,
  loadBundle: async (): Promise<unknown> =>
    (await import("../../generated/scalr/openapi.json", { with: { type: "json" } })).default,
  loadRequirements: async () => (await import("../../generated/scalr/requirements.ts")).requirements,
} as const satisfies Api;
