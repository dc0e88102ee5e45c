import { expect, test } from "vitest";
import { createTerminalText } from "./terminal-text.ts";

test.each<{ isTTY: boolean; env: NodeJS.ProcessEnv; platform?: NodeJS.Platform; want: string }>([
  { isTTY: true, env: { LANG: "de_DE.UTF-8" }, want: "ab…" },
  { isTTY: true, env: { LANG: "C" }, want: "ab..." },
  { isTTY: true, env: {}, want: "ab..." },
  { isTTY: true, env: { LANG: "C", LC_CTYPE: "C.utf8" }, want: "ab…" },
  { isTTY: true, env: { LANG: "en_GB.UTF-8", LC_ALL: "POSIX" }, want: "ab..." },
  { isTTY: true, env: { LANG: "C" }, platform: "win32", want: "ab…" },
  { isTTY: false, env: { LANG: "C" }, want: "ab…" },
])("a terminal ($isTTY, $platform) with $env is shown $want", ({ isTTY, env, platform = "linux", want }) => {
  expect(createTerminalText({ isTTY }, env, platform)("ab…")).toBe(want);
});
