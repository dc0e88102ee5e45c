import type { Leftover } from "./ledger.ts";

/** What a run could not remove, each thing once. */
export interface LeftBehind {
  readonly add: (left: readonly Leftover[]) => void;
  /** What could not be removed at first, and was in the end, is not left behind. */
  readonly forget: (id: string) => void;
  readonly list: () => readonly Leftover[];
}

export function createLeftBehind(redact: (text: string) => string): LeftBehind {
  const reasons = new Map<string, string>();
  return {
    add: (left) => {
      for (const { what, reason } of left) if (!reasons.has(redact(what))) reasons.set(redact(what), redact(reason));
    },
    forget: (id) => void reasons.delete(redact(id)),
    list: () => [...reasons].map(([what, reason]) => ({ what, reason })),
  };
}
