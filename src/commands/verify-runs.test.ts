import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { busyNowAndThen, combine } from "../../conformance/proof/alterations.ts";
import type { Mutant } from "../../conformance/proof/mutant.ts";
import { specimens } from "../../conformance/proof/specimens.ts";
import { type ApiId, apiIds } from "../apis/index.ts";
import type { FetchHandler } from "../host/serve.ts";
import { poolproof } from "../packed/command.ts";
import { recordRun } from "./record-run.ts";

let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "poolproof-verify-runs-"));
});
afterAll(() => rm(folder, { recursive: true }));

const file = () => join(folder, "report.json");
const sound = {
  code: 0,
  stdout: expect.stringMatching(/^ {2}as reported: (?:conforms|does not conform|incomplete)$/m),
};

describe("a report of a sound server is right", () => {
  test.each(apiIds.map((api) => ({ api })))("for $api", async ({ api }) => {
    const { runs } = await recordRun(api, file(), { flags: ["--concurrency", "8"] });
    const { code, stdout } = await poolproof(["verify", file()]);
    const { checks = [] } = runs[0] ?? {};
    expect(stdout).toContain(`  ${checks.length} of ${checks.length} checks judged again, from `);
    expect({ code, stdout }).toMatchObject(sound);
  });
});

/** Some that are far apart in the list of an API's faulty servers. */
function pick(api: ApiId, count: number): { api: ApiId; mutant: Mutant<never> }[] {
  const { mutants } = specimens[api] as { readonly mutants: readonly Mutant<never>[] };
  const step = Math.floor(mutants.length / count);
  return mutants
    .filter((_, index) => index % step === 0)
    .slice(0, count)
    .map((mutant) => ({ api, mutant }));
}

describe("a report of a faulty server is right", () => {
  test.each([...pick("agentsmesh", 6), ...pick("pulumi", 4)])(
    "in all weathers: $api, $mutant.id",
    async ({ api, mutant }) => {
      const document = await recordRun(api, file(), {
        alteration: combine(mutant.alteration, busyNowAndThen<never>(11, { error: "later", code: "LATER" })),
        resets: (_, count) => count % 37 === 0,
        flags: ["--concurrency", "8"],
      });
      expect(document.runs[0]?.checks.some(({ retries = 0 }) => retries > 0)).toBe(true);
      expect(await poolproof(["verify", file()])).toMatchObject(sound);
    },
  );
});

describe("a report of a run that came to no end is right", () => {
  test("about the checks that it holds", async () => {
    const { conclusion } = await recordRun("agentsmesh", file(), { flags: ["--max-requests", "60"] });
    expect(conclusion).toBe("incomplete");
    expect(await poolproof(["verify", file()])).toMatchObject(sound);
  });
});

test("a report of a server that sends no UTF-8 is right", async () => {
  const front =
    (handle: FetchHandler): FetchHandler =>
    async (request) => {
      const response = await handle(request);
      if (!request.url.includes("/pods") || !response.ok) return response;
      const body = Buffer.concat([Buffer.from(await response.text()), Buffer.of(0x20, 0xff)]);
      return new Response(body, { headers: response.headers });
    };
  const flags = ["--only", "agentsmesh/listRunnerPods/"];
  const { conclusion } = await recordRun("agentsmesh", file(), { alteration: { front }, flags });
  expect(conclusion).toBe("does not conform");
  expect(await poolproof(["verify", file()])).toMatchObject(sound);
});
