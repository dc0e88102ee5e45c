import type { AgentsmeshRequirementId } from "../../../generated/agentsmesh/requirements.ts";
import type { AgentsMeshStore } from "../../../src/reference/agentsmesh/store.ts";
import { fronted, operation, reply, responding } from "../../proof/alterations.ts";
import type { Mutant } from "../../proof/mutant.ts";

const failure = () => Response.json({ error: "internal error", code: "INTERNAL" }, { status: 500 });

const isPage = ({ status }: Response, { url }: Request) => status === 200 && /\/pods(\?|$)/.test(url);

export const transportMutants: readonly Mutant<AgentsMeshStore, AgentsmeshRequirementId>[] = [
  {
    id: "labels-json-as-html",
    family: "transport",
    requirement: "api.media-type",
    fault: "labels its documents text/html.",
    alteration: responding(
      ({ status }) => status === 200,
      (response, text) => reply(response, text, { headers: { "Content-Type": "text/html; charset=utf-8" } }),
    ),
  },
  {
    id: "counts-characters-for-bytes",
    family: "transport",
    requirement: "list-runners.success",
    fault: "sends as many bytes of a document as it has characters, so that the end of some is missing.",
    alteration: responding(
      ({ status }) => status === 200,
      (response, text) => {
        const bytes = new TextEncoder().encode(text).slice(0, text.length);
        return new Response(bytes, { status: response.status, headers: response.headers });
      },
    ),
  },
  {
    id: "answers-206-to-a-part-of-the-pods",
    family: "transport",
    requirement: "list-runner-pods.success",
    fault: "answers 206 where a page does not hold all pods.",
    alteration: operation("listRunnerPods", (asked, sound) => {
      const outcome = sound(asked);
      if (outcome.status !== 200 || !("body" in outcome)) return outcome;
      const { pods, total } = outcome.body as { pods: readonly unknown[]; total: number };
      return { ...outcome, status: pods.length < total ? 206 : 200 };
    }),
  },
  {
    id: "sends-pods-line-by-line",
    family: "transport",
    requirement: "list-runner-pods.success",
    fault: "sends each pod as a document of its own, one a line.",
    alteration: responding(isPage, (response, text) =>
      reply(
        response,
        JSON.parse(text)
          .pods.map((pod: unknown) => `${JSON.stringify(pod)}\n`)
          .join("") || "\n",
      ),
    ),
  },
  {
    id: "fails-on-head",
    family: "transport",
    requirement: "api.no-server-error",
    fault: "answers 500 to HEAD.",
    alteration: fronted((request, sound) =>
      request.method === "HEAD" ? new Response(null, { status: 500 }) : sound(request),
    ),
  },
  {
    id: "fails-on-a-path-that-it-cannot-decode",
    family: "transport",
    requirement: "api.no-server-error",
    fault: "answers 500 where the percent-encoding of a path is wrong.",
    alteration: fronted((request, sound) => {
      try {
        decodeURIComponent(new URL(request.url).pathname);
        return sound(request);
      } catch {
        return failure();
      }
    }),
  },
  {
    id: "fails-on-a-method-that-it-does-not-know",
    family: "transport",
    requirement: "api.no-server-error",
    fault: "answers 500 to a method that a path has no handler for.",
    alteration: responding(({ status }) => status === 405, failure),
  },
];
