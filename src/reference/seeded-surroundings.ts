import type { ApiId } from "../apis/index.ts";
import { createRandom } from "../front/random.ts";
import type { Given } from "./read-data.ts";
import type { Surroundings } from "./service.ts";
import { textOf } from "./surroundings.ts";

const firstMoment = Date.UTC(2026, 1, 1);
const secondMs = 1000;

/**
 * Ids and a clock that follow from a seed: the n-th id of an API is always the same, and each look at the clock is a
 * second later than the one before.
 * @param given what has been given before; counted on
 */
export function createSeededSurroundings(seed: number, api: ApiId, given: Given): Surroundings {
  return {
    clock: () => {
      given.moments += 1;
      return new Date(firstMoment + given.moments * secondMs);
    },
    newId: (prefix) => {
      given.ids += 1;
      return `${prefix}${textOf(createRandom(`${seed} ${api} id ${given.ids}`))}`;
    },
  };
}
