import { expect, test } from "vitest";
import { nameLikeness, wordsOf } from "./name-likeness.ts";

test.each([
  { given: "lastSeen", want: ["last", "seen"] },
  { given: "last_seen", want: ["last", "seen"] },
  { given: "LAST-SEEN", want: ["last", "seen"] },
  { given: "agentPoolID", want: ["agent", "pool", "id"] },
  { given: "poolIDs", want: ["pool", "ids"] },
  { given: "IPAddress", want: ["ip", "address"] },
  { given: "sha256Sum", want: ["sha256", "sum"] },
  { given: "größeNeu", want: ["größe", "neu"] },
  { given: "__proto__", want: ["proto"] },
  { given: "-- ", want: [] },
])("reads $given as words", ({ given, want }) => {
  expect(wordsOf(given)).toEqual(want);
});

test.each([
  { documented: "lastSeen", found: "last_seen", want: 1 },
  { documented: "created-at", found: "createdAt", want: 1 },
  { documented: "hostname", found: "host_name", want: 1 },
  { documented: "id", found: "ID", want: 1 },
  { documented: "agentPools", found: "agent_pool", want: 0.95 },
  { documented: "last_seen", found: "seenLast", want: 0.9 },
  { documented: "key", found: "pod_key", want: 0.8 },
  { documented: "agent_id", found: "id", want: 0.8 },
  { documented: "id", found: "agent_pool_id", want: 0.75 },
  { documented: "created", found: "createdAt", want: 0.75 },
  { documented: "total", found: "totalCount", want: 0.75 },
  { documented: "ip", found: "ipAddress", want: 0.6 },
  { documented: "organization", found: "organisation", want: 0.65 },
  { documented: "agent_version", found: "agent_vresion", want: 0 },
  { documented: "description", found: "descriptions", want: 0.95 },
  { documented: "initial_prompt", found: "initial_promt", want: 0.65 },
])("finds $documented and $found alike by $want", ({ documented, found, want }) => {
  expect(nameLikeness(documented, found)).toBeCloseTo(want);
  expect(nameLikeness(found, documented)).toBeCloseTo(want);
});

test.each([
  { documented: "created_at", found: "updated_at" },
  { documented: "next-page", found: "prev-page" },
  { documented: "agent_id", found: "agent_ip" },
  { documented: "id", found: "ip" },
  { documented: "pid", found: "ip" },
  { documented: "os", found: "pods" },
  { documented: "key", found: "monkey" },
  { documented: "name", found: "hostname" },
  { documented: "minimum", found: "maximum" },
  { documented: "enabled", found: "disabled" },
  { documented: "started", found: "stopped" },
  { documented: "first", found: "last" },
  { documented: "i", found: "is" },
  { documented: "pool", found: "agent_pool_name" },
  { documented: "id", found: "the_id_of_its_agent" },
  { documented: "id", found: "last_known_parent_agent_id" },
  { documented: "id", found: "" },
  { documented: "_", found: "-" },
])("does not find $documented and $found alike", ({ documented, found }) => {
  expect(nameLikeness(documented, found)).toBe(0);
  expect(nameLikeness(found, documented)).toBe(0);
});

test("takes no time for a name that nobody would give", () => {
  const hostile = "aB".repeat(5_000_000);
  expect(nameLikeness("description", hostile)).toBe(0);
});
