import { expect, test } from "vitest";
import { mockCommand } from "./mock-address.ts";

test.each([
  { given: "http://127.0.0.1:4010", want: "npx poolproof mock" },
  { given: "http://localhost:4010", want: "npx poolproof mock" },
  { given: "http://127.0.0.1:8080", want: "npx poolproof mock --port 8080" },
  { given: "https://localhost:4010", want: "npx poolproof mock --https" },
  { given: "http://localhost", want: "npx poolproof mock --port 80" },
  { given: "https://mock.example.com", want: undefined },
])("starts a mock at $given by $want", ({ given, want }) => {
  expect(mockCommand(given)).toBe(want);
});
