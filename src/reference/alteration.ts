import type { FetchHandler } from "../host/serve.ts";
import type { Service, Surroundings } from "./service.ts";

/**
 * One difference from the reference server: a fault in a mutant, a legitimate one in a variant. Each part is applied
 * to a server that is made anew, so an alteration may keep what it wants in variables of these functions.
 */
export interface Alteration<Store> {
  /** Changes the data that are there at first. */
  readonly seed?: (store: Store) => void;
  /** Replaces what the service does; the store is the one that the service works on. */
  readonly service?: (service: Service, store: Store, surroundings: Surroundings) => Service;
  /** Stands before the whole server: sees each request first and each response last. */
  readonly front?: (handle: FetchHandler, store: Store) => FetchHandler;
}
