import { bodiesVariants } from "./variants/bodies.ts";
import { combinedVariants } from "./variants/combined.ts";
import { contentsVariants } from "./variants/contents.ts";
import { documentVariants } from "./variants/documents.ts";
import { errorsVariants } from "./variants/errors.ts";
import { filtersVariants } from "./variants/filters.ts";
import { identifierVariants } from "./variants/identifiers.ts";
import { linksVariants } from "./variants/links.ts";
import { momentVariants } from "./variants/moments.ts";
import { onePoolVariants } from "./variants/one-pool.ts";
import { ordersVariants } from "./variants/orders.ts";
import { othersVariants } from "./variants/others.ts";
import { pagesVariants } from "./variants/pages.ts";
import { refusalsVariants } from "./variants/refusals.ts";
import type { TerraformVariant } from "./variants/terraform-variant.ts";
import { wireVariants } from "./variants/wire.ts";

/** Answers are compressed only on a real socket, so none of these compresses. */
export const variants: readonly TerraformVariant[] = [
  ...wireVariants,
  ...documentVariants,
  ...linksVariants,
  ...momentVariants,
  ...identifierVariants,
  ...pagesVariants,
  ...ordersVariants,
  ...filtersVariants,
  ...errorsVariants,
  ...refusalsVariants,
  ...bodiesVariants,
  ...contentsVariants,
  ...onePoolVariants,
  ...othersVariants,
  ...combinedVariants,
];
