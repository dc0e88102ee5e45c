/** A place on a runner where an agent works, as the store keeps it. */
export interface Pod {
  readonly key: string;
  readonly runnerId: number;
  readonly status:
    | "running"
    | "terminated"
    | "initializing"
    | "paused"
    | "disconnected"
    | "orphaned"
    | "completed"
    | "error";
  readonly agentTypeId: string;
  /** Null and undefined both say that there was none: the one is shown as null, the other left out. */
  readonly initialPrompt: string | null | undefined;
  readonly createdAt: Date;
}

export interface Runner {
  readonly id: number;
  readonly organization: string;
  readonly name: string;
  readonly status: "online" | "offline" | "busy";
  readonly version: string;
  readonly os: string;
  readonly arch: string;
  readonly labels: readonly string[];
  readonly maxPods: number;
  /** Null for a runner that has never reported. */
  readonly lastHeartbeatAt: Date | null;
  readonly createdAt: Date;
}

/** The API only reads; what is here changes only before the server is asked anything. */
export interface AgentsMeshStore {
  readonly runners: Map<number, Runner>;
  /** In no particular order. */
  pods: Pod[];
}
