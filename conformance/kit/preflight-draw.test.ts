import { describe, expect, test } from "vitest";
import {
  breakOff,
  createScript,
  createSmallSuite,
  reply,
  type ScriptedAnswer,
  smallTarget,
} from "../self/small-suite.ts";
import { PreflightError, preflight } from "./preflight.ts";

const url = "http://boxes.test/api/orgs/acme/boxes";
const noWait = async () => {};

describe("preflight of a mock that is to give errors on demand", () => {
  const answered = reply(200, { boxes: [] });
  const about = async (...answers: readonly ScriptedAnswer[]) => {
    const { fetch, requests } = createScript(...answers);
    const complaint = await preflight(createSmallSuite(), smallTarget({ fetch, profile: "mock" }), noWait).then(
      () => undefined,
      (error: Error) => error,
    );
    return { complaint, preferred: requests.map(({ headers }) => headers.get("prefer")) };
  };

  test("asks for one, and lets it pass", async () => {
    expect(await about(answered, reply(401, { message: "no" }))).toEqual({
      complaint: undefined,
      preferred: [null, "code=401"],
    });
  });

  test.each([200, 404, 500])("explains %d in place of the error", async (status) => {
    const { complaint } = await about(answered, reply(status, { boxes: [] }));
    expect(complaint).toEqual(
      new PreflightError(
        `${url}: the profile mock is for mocks that give documented errors on demand (Prefer: code=401), and this answered ${status} to that. Leave --profile out to judge it as a server.`,
      ),
    );
  });

  test("explains silence", async () => {
    const { complaint } = await about(answered, breakOff);
    expect(complaint).toMatchObject({ name: "PreflightError", message: expect.stringContaining("no connection") });
  });

  test("leaves what fails without being asked to to the checks", async () => {
    expect(await about(reply(500))).toEqual({ complaint: undefined, preferred: [null] });
  });
});
