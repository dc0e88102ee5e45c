/** A deployment runner as the store keeps it. */
export interface Agent {
  readonly version: string;
  readonly hostname: string;
  readonly ip: string;
  readonly pid: string;
  readonly lastSeenAt: Date;
  readonly status: "online" | "offline";
}

export interface AgentPool {
  readonly id: string;
  readonly organization: string;
  name: string;
  /** Empty for a pool that never got one. */
  description: string;
  readonly createdAt: Date;
  readonly agents: readonly Agent[];
  readonly lastSeenAt: Date | undefined;
  readonly lastDeploymentAt: Date | undefined;
  /** How the pool's list item tells a moment that never was: the live service is seen to know all three ways. */
  readonly never: "absent" | "zero" | "null";
}

/** Tokens of pools are not kept: the answer to their creation is the only place that shows them. */
export interface PulumiStore {
  readonly organizations: Set<string>;
  readonly pools: Map<string, AgentPool>;
}
