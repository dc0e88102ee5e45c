import type { Api } from "./api.ts";

export const pulumi = {
  id: "pulumi",
  title: "Pulumi Cloud",
  authorization: { token: { header: "Authorization", prefix: "token " } },
  accept: "application/vnd.pulumi+8",
  headers: {},
  contentType: "application/json",
  targetFlags: ["organization"],
  urlEndsBefore: "/orgs",
  errorBody: ({ status, detail }) => ({ code: status, message: detail }),
  loadBundle: async (): Promise<unknown> =>
    (await import("../../generated/pulumi/openapi.json", { with: { type: "json" } })).default,
  loadRequirements: async () => (await import("../../generated/pulumi/requirements.ts")).requirements,
} as const satisfies Api;
