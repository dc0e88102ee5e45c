import { type FSWatcher, watch } from "node:fs";
import type { Contracts } from "../front/create-site.ts";
import type { SpecSource } from "./spec-source.ts";

export interface SpecWatch {
  readonly close: () => void;
}

/** Editors write a file in several steps, and a change of branch writes many. */
const quietMs = 100;

/**
 * Reads specs again when their files change, one reading at a time.
 * @param replace goes on with the new contract
 * @param told is given a line when a spec is in use, or what is wrong with it when the old one stays
 */
export function watchSpecs(
  sources: readonly SpecSource[],
  replace: (contracts: Contracts) => Promise<void>,
  told: (line: string) => void,
): SpecWatch {
  const watchers: FSWatcher[] = [];
  const timers = new Map<SpecSource, NodeJS.Timeout>();
  let reading: Promise<void> = Promise.resolve();
  let isClosed = false;

  const reload = async (source: SpecSource) => {
    try {
      const contract = await source.read();
      if (isClosed) return;
      await replace({ [source.api]: contract });
      told(`${source.name} was read again and is in use.`);
    } catch (error) {
      if (!isClosed) told(`${source.name} is broken, so the one before stays in use:\n${(error as Error).message}`);
    }
  };
  for (const source of sources) {
    for (const { folder, isDeep, isPart } of source.watched) {
      const watcher = watch(folder, { recursive: isDeep }, (_, file) => {
        if (file === null || !isPart(file)) return;
        clearTimeout(timers.get(source));
        timers.set(
          source,
          setTimeout(() => {
            reading = reading.then(() => reload(source));
          }, quietMs),
        );
      });
      // A folder that is gone is no reason to end: what is served stays.
      watcher.on("error", (error) => told(`${source.name} can no longer be watched: ${error.message}`));
      watchers.push(watcher);
    }
  }
  return {
    close: () => {
      isClosed = true;
      for (const watcher of watchers) watcher.close();
      for (const timer of timers.values()) clearTimeout(timer);
    },
  };
}
