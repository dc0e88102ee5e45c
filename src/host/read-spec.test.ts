import { describe, expect, test } from "vitest";
import terraformBundle from "../../generated/terraform/openapi.json" with { type: "json" };
import { loadContract } from "../contract/load-contract.ts";
import { readSpec } from "./read-spec.ts";

test("reads our own bundles as they are", async () => {
  const contract = readSpec(JSON.stringify(terraformBundle, null, 2), "bundle.json");
  expect(contract.operations).toEqual((await loadContract("terraform")).operations);
});

const foreign = `openapi: 3.1.0
info: { title: Foreign, version: "1" }
paths:
  /things/{id}:
    get:
      operationId: getThing
      parameters:
        - { name: id, in: path, required: true, schema: { type: string, example: a } }
        - { name: session, in: cookie, schema: { type: string } }
      responses:
        "200":
          description: One thing
          content:
            application/json:
              schema: { $ref: "#/components/schemas/Thing" }
              example: { name: a }
        default: { description: Something else }
components:
  schemas:
    Thing:
      type: object
      x-note: none
      properties:
        name: { type: string, example: a }
`;

test("takes a document of someone else's: notes in schemas, one example, no servers, default responses, cookies", () => {
  const { operations, basePaths } = readSpec(foreign, "foreign.yaml");
  expect(basePaths).toEqual([""]);
  expect(operations).toMatchObject([{ id: "getThing", summary: "getThing" }]);
  expect(operations[0]?.responses.map(({ status }) => status)).toEqual(["200"]);
  expect(operations[0]?.responses[0]?.mediaTypes[0]?.examples).toEqual({ example: { name: "a" } });
  expect(operations[0]?.parameters.map(({ name }) => name)).toEqual(["id"]);
});

describe("says file and line of what is wrong", () => {
  const broken = (from: string | RegExp, to: string) => foreign.replace(from, to);
  test.each([
    {
      given: broken("openapi: 3.1.0", "openapi: 3.0.3"),
      says: /^foreign\.yaml:1:1: \/openapi: this is OpenAPI 3\.0\.3; .* 3\.1\.x: convert/,
    },
    {
      given: broken("openapi: 3.1.0", 'swagger: "2.0"'),
      says: /^foreign\.yaml:1:1: \/swagger: this is OpenAPI 2\.0; .*$/,
    },
    {
      given: broken("    get:", "    gte:"),
      says: /^foreign\.yaml:5:5: \S+\/gte: unknown member "gte"; there are get, post, put, patch, delete/,
    },
    {
      given: broken("operationId:", "deprcated: true\n      operationId:"),
      says: /^foreign\.yaml:6:7: .*did you mean "deprecated"/,
    },
    {
      given: broken("components:", "component:"),
      says: /^foreign\.yaml:\d+:1: .*did you mean "components"|there is no/,
    },
    {
      given: broken("name: id,", "name: key,"),
      says: /^foreign\.yaml:5:5: .*no parameter of getThing describes \{id\} of the path\n\S+:8:11: .*has no \{key\}$/,
    },
    { given: broken("paths:", "paths: ["), says: /^foreign\.yaml:4:\d+: / },
    { given: broken("      operationId: getThing\n", ""), says: /^foreign\.yaml:5:5: .*a member "operationId"/ },
    { given: broken("schemas/Thing", "schemas/Thong"), says: /^foreign\.yaml:15:25: .*there is no #\/components/ },
    { given: broken("#/components/schemas/Thing", "thing.yaml"), says: /^foreign\.yaml:15:25: .*bundle it first/ },
    { given: broken("properties:", "propertes:"), says: /^foreign\.yaml:23:7: .*unknown keyword: "propertes"/ },
    {
      given: broken("type: object", "type: objct"),
      says: /^foreign\.yaml:21:7: \/components\/schemas\/Thing\/type: expected .*boolean.* or string, got string "objct"$/,
    },
    { given: broken("in: path", "in: body"), says: /^foreign\.yaml:8:23: .*expected "path"/ },
    { given: broken('"200":', '"20":'), says: /^foreign\.yaml:11:9: \S+responses\/20: expected text that matches/ },
    { given: broken("/things", "things"), says: /^foreign\.yaml:4:3: / },
    { given: "", says: /^foreign\.yaml:1:1: \/: expected an OpenAPI document, got nothing$/ },
    {
      given: broken(
        "components:",
        "    put:\n      operationId: getThing\n      responses: { '200': { description: a } }\ncomponents:",
      ),
      says: /^foreign\.yaml:19:7: .*getThing is the operationId of another operation too/,
    },
  ])("$says", ({ given, says }) => {
    expect(() => readSpec(given, "foreign.yaml")).toThrow(says);
  });
});

describe("a server that has operations of its own", () => {
  test.each([
    { own: "getThing", param: "id", says: undefined },
    {
      own: "getThink",
      param: "id",
      says: /^foreign\.yaml:6:7: .*has no getThing, only the static one serves any; did you mean "getThink"\?$/,
    },
    { own: "getThing", param: "key", says: /^foreign\.yaml:6:7: .*needs the path of getThing to have \{key\}$/ },
  ])("$own with {$param}: $says", ({ own, param, says }) => {
    const spec = foreign.replace("getThing", own).replace("{id}", `{${param}}`).replace("name: id,", `name: ${param},`);
    const { operations } = readSpec(spec, "own.yaml");
    const reading = () => readSpec(foreign, "foreign.yaml", operations);
    if (says) expect(reading).toThrow(says);
    else expect(reading().operations).toHaveLength(1);
  });
});
