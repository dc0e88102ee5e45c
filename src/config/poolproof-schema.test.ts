import { describe, expect, test } from "vitest";
import { profiles } from "../../conformance/kit/capability.ts";
import { suiteDescriptions } from "../../conformance/suites.ts";
import type { Api } from "../apis/api.ts";
import { apiIds, apis } from "../apis/index.ts";
import { readRunFlags } from "../commands/run-options.ts";
import schema from "./poolproof.schema.json" with { type: "json" };
import { flagMembers, targetFlags } from "./target-flags.ts";
import { validate } from "./validate.ts";

interface Definition {
  readonly properties: Readonly<Record<string, DefinitionMember>>;
  readonly else?: { readonly required: readonly string[] };
}

interface DefinitionMember {
  readonly not?: object;
  readonly enum?: readonly string[];
  readonly items?: { readonly enum: readonly string[] };
  readonly properties?: Readonly<Record<string, { readonly description?: string }>>;
}

const target = schema.$defs.target;

test("describes every member that is read, and no other", () => {
  const others = ["api", "fixtures", "waivers", "tokenVariable", "otherTokenVariable", "limitedTokenVariable"];
  expect(Object.keys(target.properties).toSorted()).toEqual([...flagMembers, ...others, "token"].toSorted());
});

test("lists the APIs and profiles that there are", () => {
  expect(target.properties.api.enum).toEqual(apiIds);
  expect(target.properties.profile.enum).toEqual(Object.keys(profiles));
  const branches = target.allOf.map((branch) => (branch.if.properties as { api?: { const: string } }).api?.const);
  expect(branches.filter(Boolean)).toEqual(apiIds);
});

describe.each(apiIds)("of %s", (id) => {
  const api: Api = apis[id];
  const suite = suiteDescriptions[id];
  const definition: Definition = schema.$defs[id];

  test("asks for the data that it needs, and for no other", () => {
    expect(definition.else?.required ?? []).toEqual(api.targetFlags);
    const unwanted = ["organization", "account", "environment"].filter((name) => definition.properties[name]?.not);
    expect([...unwanted, ...api.targetFlags].toSorted()).toEqual(["account", "environment", "organization"]);
  });

  test("describes each of its fixtures", () => {
    const described = definition.properties.fixtures?.properties ?? {};
    expect(Object.keys(described)).toEqual(suite.fixtures);
    expect(Object.values(described).filter(({ description }) => !description)).toEqual([]);
  });

  test("lists what it can be without, and its forms of the token", () => {
    expect(definition.properties.without?.items?.enum).toEqual([
      ...new Set([...Object.keys(suite.kinds), ...suite.fixtures]),
    ]);
    expect(definition.properties.auth?.enum).toEqual(Object.keys(api.authorization));
  });
});

describe("a number at its limit is fit for schema and flags alike", () => {
  const base = { api: "agentsmesh", url: "http://127.0.0.1/api" } as const;
  const isFit = (member: object) => {
    const bySchema = validate("config", { targets: { a: { ...base, ...member } } }).length === 0;
    let byFlags = true;
    try {
      readRunFlags(base.api, { ...targetFlags({ ...base, ...member }, "/"), profile: "mock" }, {});
    } catch {
      byFlags = false;
    }
    return { bySchema, byFlags };
  };
  test.each([
    { member: "concurrency", fit: [1, 64], unfit: [0, 65, 1.5] },
    { member: "timeoutMs", fit: [1, 2147483647], unfit: [0, 2147483648, 1.5] },
    { member: "rate", fit: [0.1, 10_000], unfit: [0, -1, 10_001] },
    { member: "maxRequests", fit: [1], unfit: [0, 1.5] },
  ])("$member", ({ member, fit, unfit }) => {
    for (const value of fit)
      expect({ value, ...isFit({ [member]: value }) }).toEqual({ value, bySchema: true, byFlags: true });
    for (const value of unfit)
      expect({ value, ...isFit({ [member]: value }) }).toEqual({ value, bySchema: false, byFlags: false });
  });
});

test("gives every member a title or a description for editors", () => {
  const bare = Object.entries(target.properties).filter(
    ([, member]) => !("title" in member || "description" in member),
  );
  expect(bare).toEqual([]);
});
