import { makeOnce } from "./make-once.ts";

/** A moment as the APIs write it: `2026-11-24T09:30:00.000Z`. */
export const isoText = makeOnce((moment: Date) => moment.toISOString());
