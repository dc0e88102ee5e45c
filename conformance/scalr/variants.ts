import type { ScalrStore } from "../../src/reference/scalr/store.ts";
import type { Variant } from "../proof/variant.ts";
import { circumstanceVariants } from "./variants/circumstances.ts";
import { combinedVariants } from "./variants/combined.ts";
import { dataVariants } from "./variants/data.ts";
import { orderVariants } from "./variants/orders.ts";
import { otherVariants } from "./variants/others.ts";
import { pageVariants } from "./variants/pages.ts";
import { poolVariants } from "./variants/pools.ts";
import { readingVariants } from "./variants/readings.ts";
import { refusalVariants } from "./variants/refusals.ts";
import { wireVariants } from "./variants/wire.ts";

/** Answers are compressed only on a real socket, so none of these compresses. */
export const variants: readonly Variant<ScalrStore>[] = [
  ...wireVariants,
  ...pageVariants,
  ...orderVariants,
  ...poolVariants,
  ...readingVariants,
  ...refusalVariants,
  ...dataVariants,
  ...otherVariants,
  ...circumstanceVariants,
  ...combinedVariants,
];
