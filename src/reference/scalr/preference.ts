import type { IncomingHeaders } from "../../front/incoming.ts";
import type { Service } from "../service.ts";

const preview = "profile=preview";

/** Says in answers that the preview profile was followed, where the request prefers it (RFC 7240). Refusals follow none. */
export function applyPreference(operations: Service["operations"]): Service["operations"] {
  const applying = Object.entries(operations).map(([id, answer]): [string, typeof answer] => [
    id,
    (asked) => {
      const outcome = answer(asked);
      if ("title" in outcome || !prefersPreview(asked.headers)) return outcome;
      return { ...outcome, headers: { ...outcome.headers, "Preference-Applied": preview } };
    },
  ]);
  return Object.fromEntries(applying);
}

function prefersPreview(headers: IncomingHeaders): boolean {
  const preferences = headers.get("Prefer")?.split(",") ?? [];
  return preferences.some((each) => each.replace(/[\s"]/g, "").split(";")[0]?.toLowerCase() === preview);
}
