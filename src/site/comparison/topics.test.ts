import { expect, test } from "vitest";
import { defaultMockUrl } from "../mock-address.ts";
import { loadFacts } from "../site-facts.ts";
import { requirementsOf } from "./topic.ts";
import { topics } from "./topics.ts";

test("leads to requirements of every API that has something of the kind", async () => {
  const { apis } = await loadFacts(defaultMockUrl);
  const without = topics
    .filter(({ concerns }) => concerns)
    .flatMap((topic) =>
      apis.filter((facts) => requirementsOf(topic, facts).length === 0).map(({ id }) => `${topic.id} of ${id}`),
    );
  // One gives lists whole and in no order of the client's; another shows no moments.
  expect(without).toEqual(["paging of pulumi", "narrowing of pulumi", "timestamps of scalr"]);
});
