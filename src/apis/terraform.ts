import type { Api } from "./api.ts";
import { jsonApiError } from "./json-api-error.ts";

export const terraform = {
  id: "terraform",
  title: "Terraform Cloud",
  authorization: { bearer: { header: "Authorization", prefix: "Bearer " } },
  accept: "application/vnd.api+json",
  headers: {},
  contentType: "application/vnd.api+json",
  targetFlags: ["organization"],
  urlEndsBefore: "/organizations",
  errorBody: jsonApiError,
  loadBundle: async (): Promise<unknown> =>
    (await import("../../generated/terraform/openapi.json", { with: { type: "json" } })).default,
  loadRequirements: async () => (await import("../../generated/terraform/requirements.ts")).requirements,
} as const satisfies Api;
