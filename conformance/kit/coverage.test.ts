import { expect, test } from "vitest";
import type { Operation } from "../../src/contract/operations.ts";
import { coverageOf } from "./coverage.ts";

function operationOf(id: string, statuses: readonly string[]): Operation {
  const responses = statuses.map((status) => ({ status }));
  return { id, method: "GET", path: `/${id}`, responses } as unknown as Operation;
}

const list = operationOf("listBoxes", ["200", "404", "4XX"]);
const show = operationOf("showBox", ["200"]);

const seen = (operation: Operation, ...statuses: readonly number[]) =>
  statuses.map((status) => ({ operation, deserved: "success" as const, status }));

const always = () => true;
const never = () => false;

test("counts the answers of each documented status, and takes a range for what is not documented", () => {
  const exchanges = [...seen(list, 200, 200, 404, 418, 422, 500), ...seen(show, 200)];
  expect(coverageOf([list, show], exchanges, always)).toEqual([
    {
      operation: "listBoxes",
      method: "GET",
      path: "/listBoxes",
      statuses: [
        { status: "200", seen: 2 },
        { status: "404", seen: 1 },
        { status: "4XX", seen: 2 },
      ],
    },
    { operation: "showBox", method: "GET", path: "/showBox", statuses: [{ status: "200", seen: 1 }] },
  ]);
});

test("takes no answer for a status that only begins alike", () => {
  const [coverage] = coverageOf([operationOf("listBoxes", ["404"])], seen(list, 418), always);
  expect(coverage?.statuses).toEqual([{ status: "404", seen: 0 }]);
});

test.each([
  { status: "403", want: "takes a token that is valid and lacks permission" },
  { status: "429", want: "takes more requests than anyone should send to try it" },
  { status: "4XX", want: "a range names no cause that could be provoked" },
  { status: "5XX", want: "a failure of the server, which no request is meant to bring about" },
  { status: "409", want: "takes a state that no documented operation brings about" },
])("tells why no check brings $status about", ({ status, want }) => {
  const [coverage] = coverageOf([operationOf("listBoxes", [status])], [], never);
  expect(coverage?.statuses).toEqual([{ status, seen: 0, unprovokable: want }]);
});

test("excuses no status that was seen, and none that a check sets out to bring about", () => {
  expect(coverageOf([show], seen(show, 200), never)[0]?.statuses).toEqual([{ status: "200", seen: 1 }]);
  expect(coverageOf([show], [], always)[0]?.statuses).toEqual([{ status: "200", seen: 0 }]);
});

test("asks of each status of each operation whether it is provoked", () => {
  const asked: string[] = [];
  coverageOf([list, show], [], ({ id }, status) => asked.push(`${id} ${status}`) > 0);
  expect(asked).toEqual(["listBoxes 200", "listBoxes 404", "listBoxes 4XX", "showBox 200"]);
});
