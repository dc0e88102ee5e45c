import { expect, test } from "vitest";
import { makeOnce } from "./make-once.ts";

test("makes the same for the same item and base once, and anew for others", () => {
  const asked: string[] = [];
  const linkTo = makeOnce(({ id }: { readonly id: string }, base: string) => {
    asked.push(`${base}/${id}`);
    return { self: `${base}/${id}` };
  });
  const [one, other] = [{ id: "1" }, { id: "2" }];
  const rows = [
    { given: one, base: "/a" },
    { given: one, base: "/a" },
    { given: other, base: "/a" },
    { given: one, base: "/b" },
    { given: { ...one }, base: "/b" },
  ];
  expect(rows.map(({ given, base }) => linkTo(given, base).self)).toEqual(["/a/1", "/a/1", "/a/2", "/b/1", "/b/1"]);
  expect(asked).toEqual(["/a/1", "/a/2", "/b/1", "/b/1"]);
});
