import type { Api } from "./api.ts";

export const agentsmesh = {
  id: "agentsmesh",
  title: "AgentsMesh",
  authorization: {
    bearer: { header: "Authorization", prefix: "Bearer " },
    "api-key": { header: "X-API-Key", prefix: "" },
  },
  accept: "application/json",
  headers: {},
  contentType: "application/json",
  targetFlags: [],
  urlEndsBefore: "/runners",
  errorBody: ({ title, detail }) => ({ error: detail, code: title.toUpperCase().replaceAll(/[^A-Z0-9]+/g, "_") }),
  loadBundle: async (): Promise<unknown> =>
    (await import("../../generated/agentsmesh/openapi.json", { with: { type: "json" } })).default,
  loadRequirements: async () => (await import("../../generated/agentsmesh/requirements.ts")).requirements,
} as const satisfies Api;
