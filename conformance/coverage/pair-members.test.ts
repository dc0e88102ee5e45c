import { expect, test } from "vitest";
import { pairMembers } from "./pair-members.ts";

/** `name: type or type` */
function member(line: string) {
  const [name = "", types = ""] = line.split(": ");
  return { name, types: new Set(types.split(" or ").filter(Boolean)) };
}

const pairsOf = (missing: readonly string[], found: readonly string[], owner = "") =>
  pairMembers(missing.map(member), found.map(member), { owner }).map(
    (pair) => `${pair.missing.name} ${pair.found.name}`,
  );

test.each<{ given: string; missing: string[]; found: string[]; want: string[] }>([
  {
    given: "a name in other letters",
    missing: ["lastSeen: number"],
    found: ["last_seen: string"],
    want: ["lastSeen last_seen"],
  },
  {
    given: "the best of several",
    missing: ["key: string"],
    found: ["agent_key: string", "KEY: string", "key_id: string"],
    want: ["key KEY"],
  },
  {
    given: "each once, the best first",
    missing: ["id: string", "agent_id: string"],
    found: ["agentId: string", "pool_id: string", "more: string"],
    want: ["agent_id agentId", "id pool_id"],
  },
  {
    given: "what is of the documented type rather",
    missing: ["id: number"],
    found: ["agent_id: string", "pod_id: number"],
    want: ["id pod_id"],
  },
  {
    given: "what is of another type, where the name says enough",
    missing: ["created: number"],
    found: ["createdAt: string"],
    want: ["created createdAt"],
  },
  {
    given: "nothing of another type, where it does not",
    missing: ["ip: string"],
    found: ["ip_address: object"],
    want: [],
  },
  { given: "what was only ever null", missing: ["ip: string"], found: ["ip_address: null"], want: ["ip ip_address"] },
  { given: "what may be of any type", missing: ["ip"], found: ["ip_address: object"], want: ["ip ip_address"] },
  {
    given: "a type that was seen at times",
    missing: ["ip: string"],
    found: ["ip_address: null or string"],
    want: ["ip ip_address"],
  },
  { given: "nothing that merely is of the same type", missing: ["key: string"], found: ["name: string"], want: [] },
  { given: "nothing where nothing is missing", missing: [], found: ["name: string"], want: [] },
])("pairs $given", ({ missing, found, want }) => {
  expect(pairsOf(missing, found)).toEqual(want);
});

test("pairs with what is called after the object, among equals", () => {
  const found = ["agent_key: string", "pod_key: string"];
  expect(pairsOf(["key: string"], found, "pods")).toEqual(["key pod_key"]);
  expect(pairsOf(["key: string"], found, "agents")).toEqual(["key agent_key"]);
  expect(pairsOf(["key: string"], found)).toEqual(["key agent_key"]);
});

test("pairs nothing that may not be paired", () => {
  const found = ["KEY: string", "pod_key: string"].map(member);
  const pairs = pairMembers([member("key: string")], found, { mayPair: (_, { name }) => name !== "KEY" });
  expect(pairs.map((pair) => pair.found.name)).toEqual(["pod_key"]);
});
