import type { Observation } from "../../src/contract/finding.ts";
import type { ReportedObservation } from "../results/report.ts";

/** What was observed in a run; the same thing seen several times is one observation with its count. */
export interface Observed {
  readonly note: (operation: string, observation: Observation) => void;
  readonly list: () => readonly ReportedObservation[];
}

/** A server that makes up new member names without end shall not fill our memory. */
const mostObservations = 2000;

export function createObserved(redact: (text: string) => string): Observed {
  const observations = new Map<string, ReportedObservation>();
  return {
    note: (operation, observation) => {
      // The index of an item says nothing about the member.
      const pointer = redact(observation.pointer).replaceAll(/\/\d+(?=\/|$)/g, "/*");
      const text = redact(observation.text.replaceAll(observation.pointer, pointer));
      const key = [operation, observation.kind, pointer, text].join(" ");
      const before = observations.get(key);
      if (!before && observations.size >= mostObservations) return;
      observations.set(key, { ...observation, pointer, text, operation, count: (before?.count ?? 0) + 1 });
    },
    list: () => [...observations.values()],
  };
}
