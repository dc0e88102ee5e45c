import type { Api } from "../../src/apis/api.ts";
import type { Ask } from "./exchange.ts";

/** The ask that draws an error from a mock that gives them on demand. */
export function drawing({ headers }: Pick<Api, "headers">, ask: Ask, status: number): Ask {
  const preferences = [headers.Prefer, `code=${status}`].filter(Boolean).join(", ");
  return { ...ask, headers: { ...ask.headers, Prefer: preferences } };
}
