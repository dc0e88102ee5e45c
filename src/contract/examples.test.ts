import { describe, expect, test } from "vitest";
import { apiIds } from "../apis/index.ts";
import { loadContract } from "./load-contract.ts";

describe.each(apiIds.map((id) => ({ id })))("the contract of $id", async ({ id }) => {
  const { operations, judgeBody } = await loadContract(id);
  const bodies = operations.flatMap((each) =>
    each.responses.flatMap((response) =>
      response.mediaTypes.flatMap(({ schema, examples }) =>
        Object.entries(examples).map(([name, value]) => ({
          operation: each.id,
          status: response.status,
          name,
          response,
          schema,
          value,
        })),
      ),
    ),
  );

  test.each(bodies)("holds for the example $name of $operation $status", ({ response, schema, value }) => {
    expect(judgeBody(response, schema, value)).toEqual({ violations: [], observations: [] });
  });
});
