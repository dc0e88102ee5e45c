import { brokenConnections } from "./broken-connections.ts";
import { compressedAnswers } from "./compressed-answers.ts";
import { echoedSecrets } from "./echoed-secrets.ts";
import { endlessAnswers } from "./endless-answers.ts";
import { framedAnswers } from "./framed-answers.ts";
import type { Hostility } from "./hostility.ts";
import { oddCreations } from "./odd-creations.ts";
import { oddDocuments } from "./odd-documents.ts";
import { oddPages } from "./odd-pages.ts";
import { oddTexts } from "./odd-texts.ts";
import { oddWeather } from "./odd-weather.ts";
import { redirects } from "./redirects.ts";

/** All hostilities; those that take longest come first, so that others can be met meanwhile. */
export const hostilities: readonly Hostility[] = [
  ...oddWeather,
  ...endlessAnswers(),
  ...compressedAnswers,
  ...framedAnswers,
  ...brokenConnections,
  ...oddDocuments,
  ...oddTexts,
  ...oddPages,
  ...redirects,
  ...oddCreations,
  ...echoedSecrets,
];
