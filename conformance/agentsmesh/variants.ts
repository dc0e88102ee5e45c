import type { AgentsMeshStore } from "../../src/reference/agentsmesh/store.ts";
import type { Variant } from "../proof/variant.ts";
import { combinedVariants } from "./variants/combined.ts";
import { momentVariants } from "./variants/moments.ts";
import { otherVariants } from "./variants/others.ts";
import { pagingVariants } from "./variants/paging.ts";
import { podVariants } from "./variants/pods.ts";
import { refusalVariants } from "./variants/refusals.ts";
import { runnerVariants } from "./variants/runners.ts";
import { wireVariants } from "./variants/wire.ts";

/** Answers are compressed only on a real socket, so none of these compresses. */
export const variants: readonly Variant<AgentsMeshStore>[] = [
  ...wireVariants,
  ...refusalVariants,
  ...pagingVariants,
  ...runnerVariants,
  ...podVariants,
  ...momentVariants,
  ...otherVariants,
  ...combinedVariants,
];
