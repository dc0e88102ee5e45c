import { addresses } from "./addresses.ts";
import { authentication } from "./authentication.ts";
import { errorObjects } from "./error-objects.ts";
import { ids } from "./ids.ts";
import { narrowing } from "./narrowing.ts";
import { paging } from "./paging.ts";
import { timestamps } from "./timestamps.ts";
import type { Topic } from "./topic.ts";

/** In the order of the page. */
export const topics: readonly Topic[] = [
  ...addresses,
  authentication,
  paging,
  narrowing,
  errorObjects,
  ids,
  timestamps,
];
