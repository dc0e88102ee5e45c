import { setTimeout } from "node:timers/promises";
import { backwards, escaped, fronted, headed, indented, inPieces, written } from "./alterations.ts";
import type { Variant } from "./variant.ts";

const lateMs = 4;

/** Differences in how an answer gets to its client, of which no page says anything. */
export function wireVariantsOf<Store>(): Variant<Store>[] {
  return [
    { id: "writes-json-on-many-lines", difference: "indents its JSON.", alteration: written(indented) },
    {
      id: "writes-members-backwards",
      difference: "begins objects with their last member.",
      alteration: written(backwards),
    },
    { id: "escapes-its-json", difference: "escapes in JSON whatever may be escaped.", alteration: written(escaped) },
    { id: "sends-bodies-in-pieces", difference: "sends bodies a few bytes at a time.", alteration: inPieces(7) },
    {
      id: "answers-late",
      difference: "takes a few milliseconds for every answer.",
      alteration: fronted(async (request, sound) => {
        await setTimeout(lateMs);
        return sound(request);
      }),
    },
    {
      id: "closes-connections",
      difference: "closes the connection after each answer.",
      alteration: headed({ Connection: "close" }),
    },
  ];
}
