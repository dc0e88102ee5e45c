import { readFile } from "node:fs/promises";
import type { ApiId } from "../apis/index.ts";

const introduction = `# Data for: poolproof mock --stateful --data FILE
#
# An API that is not named keeps the reference data; one that is named has what stands here and nothing else. Everything
# may be left out, and is then made up, the same way every time. A list may be a number (so many), and an item its name
# alone. Members are called as in the API's answers; created-at, created_at and createdAt are all taken.
`;

/** A data file that shows every member of some APIs, as YAML with comments. */
export async function dataExample(ids: readonly ApiId[]): Promise<string> {
  const examples = ids.map((id) => readFile(new URL(`${id}/data.example.yaml`, import.meta.url), "utf8"));
  return [introduction, ...(await Promise.all(examples))].join("\n");
}
