import { beforeAll, expect, test } from "vitest";
import { createProgram } from "../program.ts";
import { defaultMockUrl } from "./mock-address.ts";
import { siteFiles } from "./site-files.ts";

/** What the pages tell to type: `run pulumi --url http://127.0.0.1:8080/api --organization acme`. */
let typed: readonly string[];

beforeAll(async () => {
  const pages = [...(await siteFiles(defaultMockUrl))].filter(([path]) => path.endsWith(".html"));
  typed = pages.flatMap(([, content]) => commandsIn(String(content)));
});

const shown = /<pre[^>]*><code>(.+?)<\/code><\/pre>/gs;

const commandsIn = (html: string) =>
  [...html.matchAll(shown)]
    .flatMap(([, code = ""]) =>
      plain(code)
        .replaceAll(/\\\n\s*/g, "")
        .split("\n"),
    )
    .flatMap((line) => /npx (?:--yes )?poolproof(?:@\S+)? (?<words>[^|&#]+)/.exec(line)?.groups?.words?.trim() ?? []);

const plain = (code: string) =>
  code
    .replaceAll(/<br>/g, "\n")
    .replaceAll(/<[^>]+>/g, "")
    .replaceAll("&quot;", '"');

test("shows commands for every purpose", () => {
  const names = new Set(typed.map((words) => words.split(" ")[0]));
  expect([...names].sort()).toEqual(["diff", "init", "merge", "mock", "run"]);
  expect(typed.length).toBeGreaterThan(10);
});

test("shows no command and no flag that there is not", () => {
  const { commands } = createProgram();
  const wrong = typed.filter((words) => {
    const [name, ...rest] = words.split(/\s+/);
    const known = commands.find((each) => each.name() === name)?.options.map(({ long }) => long);
    return !known || rest.some((word) => word.startsWith("--") && !known.includes(word));
  });
  expect(wrong).toEqual([]);
});
