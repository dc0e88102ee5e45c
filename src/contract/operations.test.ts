import { describe, expect, test } from "vitest";
import type { Bundle } from "./bundle.ts";
import { readOperations } from "./operations.ts";

const text = { type: "string" };
const listAt = "#/paths/~1boxes/get";

/** A bundle in which everything that can be shared is, once. */
const bundle = {
  info: { title: "Boxes", version: "1" },
  servers: [],
  paths: {
    "/boxes": {
      parameters: [{ $ref: "#/components/parameters/Owner" }],
      post: {
        operationId: "createBox",
        summary: "Create a box",
        requestBody: { $ref: "#/components/requestBodies/Box" },
        responses: { "4XX": { $ref: "#/components/responses/Refusal" } },
      },
      get: {
        operationId: "listBoxes",
        summary: "List boxes",
        parameters: [{ $ref: "#/components/parameters/Size" }],
        responses: {
          200: {
            description: "The boxes.",
            headers: {
              "X-Count": { required: true, schema: text },
              "X-More": { schema: text, "x-source": "standard" },
              Link: { $ref: "#/components/headers/Link" },
            },
            content: {
              "application/json": { schema: text, examples: { usual: { summary: "s", value: { boxes: [] } } } },
            },
          },
          204: { description: "None.", "x-keyword-sources": { content: "vendor" } },
        },
      },
    },
    "/box": { $ref: "#/components/pathItems/Box" },
  },
  components: {
    pathItems: {
      Box: {
        delete: {
          operationId: "removeBox",
          summary: "Remove a box",
          parameters: [
            { name: "box", in: "path", required: true, schema: text },
            { name: "sort", in: "query", schema: text },
          ],
          requestBody: { required: true, content: {} },
          responses: {},
        },
      },
    },
    parameters: {
      Owner: { name: "owner", in: "path", required: true, schema: text, example: "acme" },
      Size: { name: "size", in: "query", required: false, schema: text, "x-source": "vendor" },
    },
    headers: { Link: { schema: text } },
    examples: { Shared: { summary: "s", value: { name: "shared" } } },
    requestBodies: {
      Box: {
        content: {
          "application/json": {
            schema: text,
            "x-media-type-aliases": ["text/json"],
            examples: { shared: { $ref: "#/components/examples/Shared" } },
          },
        },
      },
    },
    responses: {
      Refusal: {
        description: "Refused.",
        "x-source": "vendor",
        "x-keyword-sources": { content: "standard" },
        headers: { "X-Why": { schema: text } },
      },
    },
  },
} as unknown as Bundle;

function read(id: string) {
  const operation = readOperations(bundle).find((each) => each.id === id);
  if (!operation) throw new Error(`no operation ${id}`);
  return operation;
}

test("reads operations in the order of paths, then of methods", () => {
  const lines = readOperations(bundle).map(({ id, method, path, pointer }) => [id, method, path, pointer]);
  expect(lines).toEqual([
    ["listBoxes", "GET", "/boxes", listAt],
    ["createBox", "POST", "/boxes", "#/paths/~1boxes/post"],
    ["removeBox", "DELETE", "/box", "#/components/pathItems/Box/delete"],
  ]);
});

test("keeps the summary", () => {
  expect(read("listBoxes").summary).toBe("List boxes");
});

test("reads the parameters of the path, then those of the operation", () => {
  expect(read("listBoxes").parameters).toEqual([
    {
      name: "owner",
      in: "path",
      required: true,
      schema: text,
      pointer: "#/components/parameters/Owner",
      example: "acme",
      source: "page",
    },
    {
      name: "size",
      in: "query",
      required: false,
      schema: text,
      pointer: "#/components/parameters/Size",
      example: undefined,
      source: "vendor",
    },
  ]);
});

test("reads parameters where they stand in their operation", () => {
  const at = "#/components/pathItems/Box/delete/parameters";
  expect(read("removeBox").parameters).toMatchObject([
    { name: "box", required: true, pointer: `${at}/0`, source: "page" },
    { name: "sort", required: false, pointer: `${at}/1`, source: "page" },
  ]);
  expect(read("createBox").parameters.map(({ name }) => name)).toEqual(["owner"]);
});

test("points to parameters where they stand: in their path or in their operation", () => {
  const [size, sort] = ["size", "sort"].map((name) => ({ name, in: "query", schema: text }));
  const get = { operationId: "get", summary: "Get", parameters: [sort], responses: {} };
  const operations = readOperations({ paths: { "/a": { parameters: [size], get } } } as unknown as Bundle);
  expect(operations[0]?.parameters.map(({ pointer }) => pointer)).toEqual([
    "#/paths/~1a/parameters/0",
    "#/paths/~1a/get/parameters/0",
  ]);
});

describe("a request body", () => {
  test("is read where it is shared, with its aliases and examples", () => {
    expect(read("createBox").requestBody).toEqual({
      required: false,
      pointer: "#/components/requestBodies/Box",
      mediaTypes: [
        {
          name: "application/json",
          aliases: ["text/json"],
          schema: text,
          pointer: "#/components/requestBodies/Box/content/application~1json",
          examples: { shared: { name: "shared" } },
        },
      ],
    });
  });

  test("is read where it stands in its operation", () => {
    const pointer = "#/components/pathItems/Box/delete/requestBody";
    expect(read("removeBox").requestBody).toEqual({ required: true, pointer, mediaTypes: [] });
  });

  test("is none where there is none", () => {
    expect(read("listBoxes").requestBody).toBeUndefined();
  });
});

describe("a response", () => {
  test("is read with its headers and media types", () => {
    const pointer = `${listAt}/responses/200`;
    expect(read("listBoxes").responses[0]).toEqual({
      status: "200",
      description: "The boxes.",
      pointer,
      definition: pointer,
      source: "page",
      contentSource: "page",
      headers: [
        { name: "X-Count", required: true, schema: text, pointer: `${pointer}/headers/X-Count`, source: "page" },
        { name: "X-More", required: false, schema: text, pointer: `${pointer}/headers/X-More`, source: "standard" },
        { name: "Link", required: false, schema: text, pointer: "#/components/headers/Link", source: "page" },
      ],
      mediaTypes: [
        {
          name: "application/json",
          aliases: [],
          schema: text,
          pointer: `${pointer}/content/application~1json`,
          examples: { usual: { boxes: [] } },
        },
      ],
    });
  });

  test("can have its media type from elsewhere", () => {
    expect(read("listBoxes").responses[1]).toMatchObject({ source: "page", contentSource: "vendor", mediaTypes: [] });
  });

  test("that is shared hands its source on to all that it has", () => {
    expect(read("createBox").responses).toEqual([
      {
        status: "4XX",
        description: "Refused.",
        pointer: "#/paths/~1boxes/post/responses/4XX",
        definition: "#/components/responses/Refusal",
        source: "vendor",
        contentSource: "vendor",
        headers: [
          {
            name: "X-Why",
            required: false,
            schema: text,
            pointer: "#/components/responses/Refusal/headers/X-Why",
            source: "vendor",
          },
        ],
        mediaTypes: [],
      },
    ]);
  });
});
