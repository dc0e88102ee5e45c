import { Command } from "commander";
import { expect, test } from "vitest";
import { overrideFlags } from "../config/override-flags.ts";
import { declareRun } from "./declare-run.ts";
import type { RunFlags } from "./run-flags.ts";

function flagsOf(...words: readonly string[]): RunFlags {
  const program = new Command();
  declareRun(program);
  const [run] = program.commands;
  if (!run) throw new Error("no command has been declared");
  run.parseOptions([...words]);
  return run.opts();
}

test.each([
  { given: ["--without", "agents"], want: { without: "agents" } },
  { given: ["--without", "agents,pools", "--without", "other-tenant"], want: { without: "agents,pools,other-tenant" } },
  { given: ["--only", "a/", "--without", "agents", "--only", "b/,c/"], want: { only: "a/,b/,c/", without: "agents" } },
  { given: ["--fixture", "x=1", "--fixture", "x=2"], want: { fixture: ["x=1", "x=2"] } },
])("of $given nothing is lost", ({ given, want }) => {
  expect(flagsOf(...given)).toEqual({ fixture: [], report: [], ...want });
});

test("all that is given by repeated flags takes the place of what a target says", () => {
  const target = { without: "pools", only: "a/" };
  const given = flagsOf("--without", "agents", "--without", "other-tenant", "--only", "b/", "--only", "c/");
  expect(overrideFlags(target, given)).toMatchObject({ without: "agents,other-tenant", only: "b/,c/" });
});
