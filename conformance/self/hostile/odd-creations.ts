import { instead, jsonHead, withDocument } from "./answers.ts";
import type { Hostility } from "./hostility.ts";
import { atCreations, atShownPools } from "./places.ts";

const withId = (id: unknown) => withDocument((document) => ({ ...document, id }));

/** Creations whose answers lead astray whoever wants to use or remove what was created. */
export const oddCreations: readonly Hostility[] = [
  {
    ...atCreations,
    name: "huge-id",
    does: "gives what it creates an id of a megabyte",
    plays: withId("x".repeat(1024 * 1024)),
    want: { code: 3, says: /not an id/ },
  },
  {
    ...atCreations,
    name: "id-that-leads-up",
    does: "gives what it creates the id ../..",
    plays: withId("../.."),
    want: { code: 1 },
  },
  {
    ...atCreations,
    name: "id-of-one-dot",
    does: "gives what it creates the id .",
    plays: withId("."),
    want: { code: 3, says: /not an id/ },
  },
  {
    ...atCreations,
    name: "id-with-query",
    does: "gives what it creates an id with a query and a way up",
    plays: withId("..%2f..?force=true#\u001b[2J"),
    want: { code: 1 },
  },
  {
    ...atCreations,
    name: "id-of-a-member",
    does: "gives what it creates the id __proto__",
    plays: withId("__proto__"),
    want: { code: 1 },
  },
  {
    ...atCreations,
    name: "id-of-other-type",
    does: "gives what it creates a list for an id",
    plays: withId([["x"]]),
    want: { code: 1, says: /expected string/ },
  },
  {
    ...atCreations,
    name: "no-document",
    does: "creates, and says nothing of it",
    plays: instead(() => ({ body: "" })),
    want: { code: 1, says: /empty body/ },
  },
  {
    ...atCreations,
    only: ["pulumi/createAgentPool/answers-as-documented", "pulumi/createAgentPool/adds-one-pool"],
    name: "creation-without-answer",
    timeoutMs: 500,
    does: "creates, and never ends its answer",
    plays: ({ socket }) => void socket.write([...jsonHead, "Content-Length: 100", "", "{"].join("\r\n")),
    want: { code: 1, says: /no complete answer/ },
  },
  {
    ...atShownPools,
    name: "other-id-each-time",
    does: "shows another id at each read",
    plays: withDocument((document, { count }) => ({ ...document, id: `pool-${count}` })),
    want: { code: 1 },
  },
  {
    ...atShownPools,
    name: "other-name-each-time",
    does: "shows another name at each read",
    plays: withDocument((document, { count }) => ({ ...document, name: `name-${count}` })),
    want: { code: 1 },
  },
];
