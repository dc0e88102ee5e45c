import { loadSuite } from "../../conformance/suites.ts";
import { apiIds } from "../apis/index.ts";
import { readApi } from "./run-options.ts";

/** `poolproof checks`: the checks of one API or of all, a line each or as JSON. */
export async function checks(api: string | undefined, { json = false }: { readonly json?: boolean }): Promise<void> {
  const ids = api === undefined ? apiIds : [readApi(api)];
  const suites = await Promise.all(ids.map(loadSuite));
  const rows = suites.flatMap((suite) =>
    suite.checks.map(({ id, title, level, decides, needs }) => ({ id, level, title, requirements: decides, needs })),
  );
  if (json) process.stdout.write(`${JSON.stringify(rows, null, 2)}\n`);
  else for (const { id, level, title } of rows) process.stdout.write(`${id}\n    The server ${level} ${title}.\n`);
}
