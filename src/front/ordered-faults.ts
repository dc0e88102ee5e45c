import type { ApiId } from "../apis/index.ts";

/** What is to happen to the next calls, as the control API is told. */
export interface FaultOrder {
  /** Any API unless named. */
  readonly api?: ApiId;
  /** An operationId; any operation unless named. */
  readonly operation?: string;
  /** Status of the refusal; without it the call is only delayed. */
  readonly status?: number;
  /** Value of `Retry-After`: seconds, or a date. */
  readonly retryAfter?: number | string;
  readonly delayMs?: number;
  /** How many calls. */
  readonly count: number;
}

export interface OrderedFault extends FaultOrder {
  readonly id: number;
  /** Calls that it still waits for. */
  remaining: number;
}

export interface OrderedFaults {
  readonly add: (order: FaultOrder) => OrderedFault;
  /** Those that still wait, oldest first. */
  readonly list: () => readonly OrderedFault[];
  readonly remove: (id: number) => boolean;
  readonly clear: () => void;
  /** The oldest fault that fits a call, used up by one; undefined for none. */
  readonly take: (api: ApiId, operation: () => string | undefined) => OrderedFault | undefined;
}

export function createOrderedFaults(): OrderedFaults {
  let waiting: OrderedFault[] = [];
  let made = 0;
  return {
    add: (order) => {
      made += 1;
      const fault = { id: made, ...order, remaining: order.count };
      waiting.push(fault);
      return fault;
    },
    list: () => waiting,
    remove: (id) => {
      const before = waiting.length;
      waiting = waiting.filter((each) => each.id !== id);
      return waiting.length < before;
    },
    clear: () => {
      waiting = [];
    },
    take: (api, operation) => {
      const fault = waiting.find(
        (each) =>
          (each.api === undefined || each.api === api) &&
          (each.operation === undefined || each.operation === operation()),
      );
      if (!fault) return undefined;
      fault.remaining -= 1;
      if (fault.remaining === 0) waiting = waiting.filter((each) => each !== fault);
      return fault;
    },
  };
}
