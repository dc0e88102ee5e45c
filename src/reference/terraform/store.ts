/** An agent as the store keeps it; null where the documentation shows null. */
export interface Agent {
  readonly id: string;
  readonly poolId: string;
  readonly name: string | null;
  status: "idle" | "busy" | "unknown" | "exited" | "errored";
  readonly ipAddress: string | null;
  readonly lastPingAt: Date | null;
}

export interface AgentPool {
  readonly id: string;
  readonly organization: string;
  name: string;
  readonly createdAt: Date;
  readonly workspaceIds: readonly string[];
}

export interface TerraformStore {
  readonly organizations: Set<string>;
  readonly pools: Map<string, AgentPool>;
  readonly agents: Map<string, Agent>;
}
