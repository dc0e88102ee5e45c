import { expect, test } from "vitest";
import { sampleDocument } from "../sample-document.ts";
import { runCard } from "./run-card.ts";
import { nameRuns } from "./run-names.ts";

const [rich, , , plain] = nameRuns(sampleDocument);

test("tells what would decide more, once", () => {
  if (!rich) throw new Error("the sample document has no run");
  const card = runCard(rich).toString();
  expect(card.match(/(?<=<li>).*?(?=<\/li>)/g)).toEqual([
    "--fixture deletableAgent=ID: 1 check could be decided",
    "--fixture poolWithAgents=ID: 1 check would see more",
  ]);
  expect(card.split("To decide more:")).toHaveLength(2);
});

test("tells nothing of it where nothing is wanted", () => {
  if (!plain) throw new Error("the sample document has too few runs");
  expect(runCard(plain).toString()).not.toContain("To decide more");
});
