import type { ApiId } from "../apis/index.ts";
import type { ControlSample } from "./control-routes.ts";
import type { Mistake } from "./mistakes.ts";

/** What a stateful server lets the control API do with its data. */
export interface ControlledState {
  /** JSON Schema of the whole. */
  readonly schema: object;
  /** Lists of an API whose items can be shown and changed. */
  readonly listsOf: (api: ApiId) => readonly string[];
  /** An item whose status can be changed; undefined where there is none now. */
  readonly sample: () => ControlSample | undefined;
  readonly dump: () => Readonly<Partial<Record<ApiId, unknown>>>;
  /** Replaces the data of each API that the document names, or tells what is wrong with it and replaces nothing. */
  readonly load: (document: unknown) => Promise<readonly Mistake[]>;
  /** An item by its id; undefined where there is none. */
  readonly find: (api: ApiId, list: string, key: string) => unknown;
  /** Gives an item other values for the members named. Undefined where there is no such item. */
  readonly change: (
    api: ApiId,
    list: string,
    key: string,
    members: object,
  ) => Promise<{ readonly item: unknown } | { readonly mistakes: readonly Mistake[] } | undefined>;
  /** Puts everything back as it was at first. */
  readonly reset: () => Promise<void>;
}
