import { createHash } from "node:crypto";
import { expect, test } from "vitest";
import { readScalar } from "./read-scalar.ts";
import origin from "./scalar.json" with { type: "json" };

test("is the file of the package, byte by byte", async () => {
  const { script } = await readScalar();
  expect(createHash("sha256").update(script).digest("hex")).toBe(origin.sha256);
  expect(origin.from).toBe(`npm pack ${origin.name}@${origin.version}`);
});

test("comes with the licence that it is said to have", async () => {
  const { licence } = await readScalar();
  expect(licence).toMatch(new RegExp(`^${origin.licence} License\n\nCopyright \\(c\\) .+ Scalar\n`));
});
