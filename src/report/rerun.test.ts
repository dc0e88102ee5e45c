import { execFileSync } from "node:child_process";
import { expect, test } from "vitest";
import { type Rerunnable, rerunCommand } from "./rerun.ts";

const bare: Rerunnable = {
  api: "pulumi",
  isStrict: false,
  target: {
    url: "http://127.0.0.1:8080/api",
    profile: "full",
    without: [],
    data: { organization: "acme" },
    fixtures: {},
    tokens: ["other"],
  },
};
const id = "pulumi/listAgentPools/answers-as-documented";
const head = "poolproof run pulumi --url http://127.0.0.1:8080/api --organization acme";

test.each<{ name: string; given: Rerunnable; want: string }>([
  { name: "names URL, data and check", given: bare, want: `${head} --only ${id}` },
  {
    name: "names every fixture once",
    given: targeted({ fixtures: { poolWithAgents: ["a", "b"], foreignPool: [], otherOrganization: ["o"] } }),
    want: `${head} --fixture poolWithAgents=a,b --fixture otherOrganization=o --only ${id}`,
  },
  {
    name: "keeps what is declared absent, the form of the token, the profile and strictness",
    given: {
      ...targeted({ without: ["agents", "pools"], authorization: "token", profile: "read-only" }),
      isStrict: true,
    },
    want: `${head} --without agents,pools --auth token --profile read-only --strict --only ${id}`,
  },
  {
    name: "leaves what a named target says to its file",
    given: targeted({ name: "staging", fixtures: { foreignPool: ["p"] }, without: ["agents"] }),
    want: `poolproof run pulumi --target staging --only ${id}`,
  },
  {
    name: "does not let a named target write that was only read",
    given: targeted({ name: "staging", profile: "read-only" }),
    want: `poolproof run pulumi --target staging --profile read-only --only ${id}`,
  },
  {
    name: "names no data that the API has no flag for",
    given: { ...targeted({ data: { organization: "acme" } }), api: "agentsmesh" },
    want: `poolproof run agentsmesh --url http://127.0.0.1:8080/api --only ${id}`,
  },
])("$name", ({ given, want }) => {
  expect(rerunCommand(given, id)).toBe(want);
});

test.each(["it's acme", "$(id) `id` $HOME", 'a"b', "a\\b", "~", "", "*", "a;b", "zwei\nZeilen", "ä"])(
  "quotes %j so that a shell takes it as it is",
  (organization) => {
    const command = rerunCommand(targeted({ data: { organization } }), id).replace("poolproof", "printf '%s\\0'");
    const words = execFileSync("/bin/sh", ["-c", command], { encoding: "utf8" }).split("\0");
    expect(words[words.indexOf("--organization") + 1]).toBe(organization);
  },
);

function targeted(target: Partial<Rerunnable["target"]>): Rerunnable {
  return { ...bare, target: { ...bare.target, ...target } };
}

test("names no URL of a server that ended with the run", () => {
  const embedded = targeted({ url: "http://127.0.0.1:40000", isEmbedded: true, without: ["agents"] });
  expect(rerunCommand(embedded, id)).toBe(`poolproof run pulumi --without agents --only ${id}`);
});
