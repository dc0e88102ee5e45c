import { Ajv2020 } from "ajv/dist/2020.js";
import addFormats from "ajv-formats";
import { expect, test } from "vitest";
import { isObject, type Json, type JsonObject, type Member, membersOf } from "./json-members.ts";
import schema from "./report.schema.json" with { type: "json" };
import { sampleDocument } from "./sample-document.ts";

const ajv = new Ajv2020({ strict: true });
(("default" in addFormats ? addFormats.default : addFormats) as unknown as (ajv: Ajv2020) => void)(ajv);
const validate = ajv.compile(schema);

const sample: Json = JSON.parse(JSON.stringify(sampleDocument));
const definitions = schema.$defs as unknown as Readonly<Record<string, Schema>>;
const members = membersOf(sample);

/** Members that may be absent. */
const optional = new Set([
  ...["name", "isEmbedded", "authorization"].map((name) => `/runs/*/target/${name}`),
  ...["only", "shard", "endedEarly", "wants"].map((name) => `/runs/*/${name}`),
  ...["lacks", "wants", "retries", "waiver", "durationMs", "exchanges", "ids", "namePrefix"].map(
    (name) => `/runs/*/checks/*/${name}`,
  ),
  ...["requirement", "section", "text", "curl", "sent", "difference", "exchange"].map(
    (name) => `/runs/*/checks/*/findings/*/${name}`,
  ),
  ...["request/text", "response", "response/cutFrom", "error"].map((name) => `/runs/*/checks/*/exchanges/*/${name}`),
  "/runs/*/coverage/*/statuses/*/unprovokable",
  ...["nulls", "values"].map((name) => `/runs/*/coverage/*/properties/*/${name}`),
  ...["documented", "found"].map((name) => `/runs/*/drift/*/${name}`),
]);

/** Objects whose members are named by what is reported. */
const maps = [
  "/runs/*/target/data",
  "/runs/*/target/fixtures",
  "/runs/*/checks/*/exchanges/*/request/headers",
  "/runs/*/checks/*/exchanges/*/response/headers",
  "/runs/*/coverage/*/properties/*/values",
];

test("takes a report with everything in it", () => {
  validate(sample);
  expect(validate.errors).toBeNull();
});

test("declares every member of the sample, and none that the sample lacks", () => {
  const found = new Set(members.map(({ place }) => place).filter((place) => !isInMap(place)));
  expect([...found].toSorted()).toEqual([...new Set(declaredIn(schema as unknown as Schema))].toSorted());
});

test("refuses a report without a member, unless that may be absent", () => {
  const accepted = new Set(members.filter((member) => isAcceptedWith(member, undefined)).map(({ place }) => place));
  expect([...accepted].filter((place) => !isInMap(place)).toSorted()).toEqual([...optional].toSorted());
});

test("refuses a member of another type", () => {
  const accepted = members.flatMap((member) =>
    othersThan(member.value)
      .filter((other) => isAcceptedWith(member, other))
      .map((other) => `${member.place} as ${JSON.stringify(other)}`),
  );
  expect(accepted).toEqual([]);
});

test("refuses an item of another type", () => {
  const lists = members.filter(({ value }) => Array.isArray(value));
  const accepted = lists.filter((member) => isAcceptedWith(member, [...(member.value as Json[]), { other: 1 }]));
  expect(lists.length).toBeGreaterThan(10);
  expect(accepted.map(({ place }) => place)).toEqual([]);
});

test("refuses a member that is not declared, and a value in a map that is not of its kind", () => {
  const objects = members.filter(({ value }) => isObject(value));
  const accepted = objects.filter((member) => isAcceptedWith(member, { ...(member.value as JsonObject), other: [{}] }));
  expect(objects.length).toBeGreaterThan(10);
  expect(accepted.map(({ place }) => place)).toEqual([]);
  expect(validate({ ...(sample as JsonObject), other: 1 })).toBe(false);
});

test.each([
  { place: "digests", given: { spec: "5".repeat(63) } },
  { place: "shard", given: { index: 0, of: 2 } },
  { place: "startedAt", given: "yesterday" },
  { place: "durationMs", given: -1 },
  { place: "requests", given: 1.5 },
  { place: "conclusion", given: "passed" },
])("refuses the value $given of $place", ({ place, given }) => {
  const [run] = sampleDocument.runs;
  expect(validate({ ...sampleDocument, runs: [{ ...run, [place]: given }] })).toBe(false);
});

/** Whether the sample is valid with another value in the place of a member, or without it. */
function isAcceptedWith({ parent, name, value }: Member, other: Json | undefined): boolean {
  if (other === undefined) delete parent[name];
  else parent[name] = other;
  const isAccepted = validate(sample);
  parent[name] = value;
  return isAccepted;
}

function isInMap(place: string): boolean {
  return maps.some((map) => place.startsWith(`${map}/`));
}

/** A value of every other type. */
function othersThan(value: Json): readonly Json[] {
  const kindOf = (each: Json) => (Array.isArray(each) ? "array" : each === null ? "null" : typeof each);
  const all: readonly Json[] = ["text", 7, true, null, ["text"], { member: 7 }];
  return all.filter((each) => kindOf(each) !== kindOf(value));
}

interface Schema {
  readonly $ref?: string;
  readonly properties?: Readonly<Record<string, Schema>>;
  readonly items?: Schema;
}

/** Places of all members that a schema declares. */
function declaredIn(given: Schema, place = ""): readonly string[] {
  const { $ref } = given;
  const { properties = {}, items } = $ref === undefined ? given : (definitions[$ref.replace("#/$defs/", "")] ?? {});
  return [
    ...Object.entries(properties).flatMap(([name, each]) => [
      `${place}/${name}`,
      ...declaredIn(each, `${place}/${name}`),
    ]),
    ...(items ? declaredIn(items, `${place}/*`) : []),
  ];
}
