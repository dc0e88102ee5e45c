import { readdirSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import ts from "typescript";
import { expect, test } from "vitest";

const folder = fileURLToPath(new URL(".", import.meta.url));
const root = fileURLToPath(new URL("../../..", import.meta.url));

/* The compiler reads no JavaScript of ours otherwise. */
test("the site's scripts fit the types that their comments give", () => {
  const { config } = ts.readConfigFile(join(root, "tsconfig.json"), ts.sys.readFile);
  const settings = { ...config.compilerOptions, allowJs: true, checkJs: true };
  const { options } = ts.convertCompilerOptionsFromJson(settings, root);
  const files = readdirSync(folder).filter((name) => name.endsWith(".js"));
  const program = ts.createProgram(
    files.map((name) => join(folder, name)),
    options,
  );
  const sources = files.map((name) => program.getSourceFile(join(folder, name)));
  const mistakes = sources.flatMap((source) => [
    ...program.getSyntacticDiagnostics(source),
    ...program.getSemanticDiagnostics(source),
  ]);

  expect(files).toContain("start.js");
  expect(
    mistakes.map(({ file, messageText }) => `${file?.fileName}: ${ts.flattenDiagnosticMessageText(messageText, " ")}`),
  ).toEqual([]);
});
