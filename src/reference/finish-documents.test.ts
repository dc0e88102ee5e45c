import { expect, test } from "vitest";
import { finishDocuments } from "./finish-documents.ts";

interface Item {
  name: string;
  note?: string;
}

const documentOf = finishDocuments(({ name, note }: Item, base: string, ids: readonly string[]) => ({
  text: [base, name, note, ...ids].join(),
}));

test("an item keeps its document while nothing that goes into it changes", () => {
  const item: Item = { name: "one" };
  expect(documentOf(item, "/a", ["1", "2"])).toBe(documentOf(item, "/a", ["1", "2"]));
});

test.each<{ what: string; change?: Partial<Item>; base?: string; ids?: readonly string[]; want: string }>([
  { what: "a member", change: { name: "two" }, want: "/a,two,,1" },
  { what: "a member more", change: { note: "new" }, want: "/a,one,new,1" },
  { what: "the base", base: "/b", want: "/b,one,,1" },
  { what: "an id", ids: ["2"], want: "/a,one,,2" },
  { what: "an id more", ids: ["1", "2"], want: "/a,one,,1,2" },
])("another document after a change of $what", ({ change = {}, base = "/a", ids = ["1"], want }) => {
  const item: Item = { name: "one" };
  documentOf(item, "/a", ["1"]);
  expect(documentOf(Object.assign(item, change), base, ids).text).toBe(want);
});

test("items that are alike have documents of their own", () => {
  expect(documentOf({ name: "one" }, "/a", [])).not.toBe(documentOf({ name: "one" }, "/a", []));
});
