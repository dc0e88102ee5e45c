import { expect, test } from "vitest";
import { describeRequest } from "./describe-request.ts";

const redact = (text: string) => text.replaceAll("canary", "$TOKEN");
const describe = (method: string, url: string, text?: string) =>
  describeRequest({ method, url, headers: {}, text }, redact);

test.each<{ given: Parameters<typeof describe>; want: string }>([
  { given: ["GET", "http://boxes.test/api/boxes?size=2"], want: "GET /api/boxes?size=2" },
  { given: ["GET", "https://boxes.test:8443/a/../b/%zz"], want: "GET /a/../b/%zz" },
  { given: ["POST", "http://boxes.test/boxes", ""], want: "POST /boxes with an empty body" },
  { given: ["POST", "http://boxes.test/boxes", '{"name":"n"}'], want: 'POST /boxes with {"name":"n"}' },
  { given: ["POST", "http://boxes.test/canary", "the canary"], want: "POST /$TOKEN with the $TOKEN" },
])("says $want", ({ given, want }) => {
  expect(describe(...given)).toBe(want);
});

test("cuts a long body, but no secret in two", () => {
  const whole = "x".repeat(200);
  expect(describe("POST", "http://boxes.test/", whole)).toBe(`POST / with ${whole}`);
  expect(describe("POST", "http://boxes.test/", `${whole}x`)).toBe(`POST / with ${"x".repeat(199)}…`);
  expect(describe("POST", "http://boxes.test/", `${"x".repeat(196)}canary and more`)).toBe(
    `POST / with ${"x".repeat(196)}$TO…`,
  );
});
