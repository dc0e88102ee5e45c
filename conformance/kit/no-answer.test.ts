import { expect, test } from "vitest";
import { ClientError } from "../../src/client/client-error.ts";
import { boxPointer, breakOff, createScript, createSmallRun, reply } from "../self/small-suite.ts";
import { blameOrWeather } from "./no-answer.ts";

const silence = new ClientError("network", "connection reset");
const ask = { path: { organization: "acme", box: "box-1" } };

test("is the server's fault where another request is answered", async () => {
  const { fetch, asked } = createScript(reply(500));
  const { context, suite } = createSmallRun(fetch);
  await expect(blameOrWeather(context, suite, "showBox", ask, silence)).rejects.toMatchObject({
    name: "NoAnswer",
    message: "GET http://boxes.test/api/orgs/acme/boxes/box-1: connection reset",
    cause: silence,
  });
  expect(asked).toEqual(["GET acme/boxes"]);
  expect(context.findings).toEqual([
    {
      violation: {
        place: "status",
        pointer: "",
        expected: "an answer",
        got: "none (connection reset; a request sent next was answered)",
        level: "MUST",
        contract: `${boxPointer}/get/responses`,
      },
    },
  ]);
});

test("is weather where nothing is answered", async () => {
  const { context, suite } = createSmallRun(breakOff);
  await expect(blameOrWeather(context, suite, "showBox", ask, silence)).rejects.toMatchObject({
    name: "Undecided",
    verdict: "inconclusive",
    message: "connection reset",
    cause: silence,
  });
  expect(context.findings).toEqual([]);
});
