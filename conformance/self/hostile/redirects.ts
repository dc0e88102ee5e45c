import { say } from "./answers.ts";
import type { Hostility, Play, Turn } from "./hostility.ts";
import { atCreations, hereAndEverywhere } from "./places.ts";

const redirect =
  (status: number, location: (turn: Turn) => string): Play =>
  (turn) =>
    say(turn, { status, headers: { location: location(turn) }, body: "" });

/** Answers that send whoever asks somewhere else. */
export const redirects: readonly Hostility[] = [
  ...hereAndEverywhere(
    {
      name: "redirect-in-a-circle",
      does: "redirects to where it is",
      plays: redirect(302, ({ here, asked }) => `${here}${asked.path}`),
    },
    { here: { code: 1, says: /302/ }, all: /redirected to/ },
  ),
  ...hereAndEverywhere(
    {
      name: "redirect-elsewhere",
      does: "redirects to another host",
      plays: redirect(307, ({ elsewhere, asked }) => `${elsewhere}${asked.path}`),
    },
    { here: { code: 1, says: /307/ }, all: /redirected to/ },
  ),
  {
    ...atCreations,
    only: ["pulumi/createAgentPool/answers-as-documented", "pulumi/createAgentPool/adds-one-pool"],
    name: "creation-redirected-elsewhere",
    does: "redirects creations to another host, method and body included",
    plays: redirect(308, ({ elsewhere, asked }) => `${elsewhere.replace("http:", "")}${asked.path}`),
    want: { code: 1, says: /308/ },
  },
];
