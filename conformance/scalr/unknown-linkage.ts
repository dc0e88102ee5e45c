/** Relationships that are well formed, to what there is not. */
export const unknownLinkage = {
  account: { data: { type: "accounts", id: "acc-poolproofnosuch" } },
  environment: { data: { type: "environments", id: "env-poolproofnosuch" } },
  workspaces: { data: [{ type: "workspaces", id: "ws-poolproofnosuch" }] },
} as const;
