import { expect, test } from "vitest";
import type { Coverage } from "../../../conformance/coverage/coverage.ts";
import { neverSeen } from "./never-seen.ts";

const seenAll: Coverage = {
  operation: "showAgent",
  method: "GET",
  path: "/agents/{agent_id}",
  statuses: [{ status: "200", seen: 3 }],
  parameters: [{ name: "agent_id", in: "path", seen: 3 }],
  properties: [{ status: "200", pointer: "/status", required: true, seen: 3, nulls: 1, values: { idle: 2, busy: 1 } }],
};

const member = seenAll.properties[0];
if (!member) throw new Error("the sample has no member");

test.each([
  { title: "finds nothing where all was seen", given: {}, want: [] },
  {
    title: "names a status that never came",
    given: { statuses: [...seenAll.statuses, { status: "404", seen: 0 }] },
    want: ["statuses: 404"],
  },
  {
    title: "does not hold against a server what no client can provoke",
    given: { statuses: [...seenAll.statuses, { status: "429", seen: 0, unprovokable: "takes too many requests" }] },
    want: [],
  },
  {
    title: "names a parameter that was never sent with success",
    given: { parameters: [{ name: "page[size]", in: "query" as const, seen: 0 }] },
    want: ["parameters: page[size]"],
  },
  {
    title: "names a member that no answer had, and not its values beside",
    given: { properties: [{ ...member, seen: 0, nulls: 0, values: { idle: 0 } }] },
    want: ["required members: /status (200)"],
  },
  {
    title: "names a listed value and a null that never came",
    given: { properties: [{ ...member, nulls: 0, values: { idle: 3, busy: 0 } }] },
    want: ["listed values: /status = busy (200)", "nulls: /status (200)"],
  },
  {
    title: "tells optional members apart, and several statuses at once",
    given: {
      statuses: ["401", "404"].map((status) => ({ status, seen: 1 })),
      properties: ["401", "404"].map((status) => ({ status, pointer: "/meta", required: false, seen: 0 })),
    },
    want: ["optional members: /meta (401, 404)"],
  },
  {
    title: "says nothing of what is within a member that never came",
    given: { properties: ["/a", "/a/b", "/ab"].map((pointer) => ({ ...member, pointer, seen: 0 })) },
    want: ["required members: /a (200)", "required members: /ab (200)"],
  },
  {
    title: "says nothing of the members of an answer that never came",
    given: { statuses: [{ status: "200", seen: 0 }], properties: [{ ...member, seen: 0 }] },
    want: ["statuses: 200"],
  },
])("$title", ({ given, want }) => {
  const told = neverSeen({ ...seenAll, ...given }).map(
    ({ kind, what, statuses }) => `${kind}: ${what}${statuses.length > 0 ? ` (${statuses.join(", ")})` : ""}`,
  );
  expect(told).toEqual(want);
});
