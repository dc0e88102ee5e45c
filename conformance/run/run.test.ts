import { describe, expect, test } from "vitest";
import type { Check } from "../kit/check.ts";
import type { CheckContext } from "../kit/context.ts";
import type { Target } from "../kit/target.ts";
import {
  createBoxServer,
  createScript,
  createSmallSuite,
  reply,
  smallCheck,
  smallTarget,
} from "../self/small-suite.ts";
import { type RunOptions, runSuite, startRun } from "./run.ts";

const list = { path: { organization: "acme" } } as const;

const checkOf = (name: string, run: Check["run"] = async () => {}, changes: Partial<Check> = {}) =>
  smallCheck({ id: `pulumi/listBoxes/${name}`, run, ...changes });

const creating = async (context: CheckContext) => {
  await context.prepare("createBox", { ...list, body: { name: context.freshName() } });
};

/** Options for a run of some checks against a server that remembers boxes. */
function optionsFor(checks: readonly Check[], changes: Partial<RunOptions> & { readonly on?: Partial<Target> } = {}) {
  const { on, ...options } = changes;
  let made = 0;
  const newId = (length = 6) => {
    made += 1;
    return `${made}`.padStart(length, "x");
  };
  const target = smallTarget({ fetch: createBoxServer().fetch, ...on });
  return { suite: createSmallSuite({ checks }), target, newId, sleep: async () => {}, ...options };
}

describe("a run", () => {
  const ids = ({ checks }: { readonly checks: readonly { readonly id: string }[] }) =>
    checks.map(({ id }) => id.split("/").at(-1));

  test.each([
    { only: undefined, want: ["a", "ab", "b"] },
    { only: ["pulumi/listBoxes/a"], want: ["a", "ab"] },
    { only: ["pulumi/listBoxes/ab", "pulumi/listBoxes/b"], want: ["ab", "b"] },
    { only: ["listBoxes"], want: [] },
  ])("takes the checks that begin with $only", async ({ only, want }) => {
    const checks = ["a", "ab", "b"].map((name) => checkOf(name));
    expect(ids(await runSuite(optionsFor(checks, only && { only })))).toEqual(want);
  });

  test("can be arranged, and reports in the order of the suite all the same", async () => {
    const done: string[] = [];
    const checks = ["a", "b", "c"].map((name) => checkOf(name, async () => void done.push(name)));
    const report = await runSuite(optionsFor(checks, { arrange: (given) => given.toReversed() }));
    expect(done).toEqual(["c", "b", "a"]);
    expect(ids(report)).toEqual(["a", "b", "c"]);
  });

  test("takes one check after the other unless told to take several", async () => {
    const most = async (concurrency?: number) => {
      let underWay = 0;
      let peak = 0;
      const run = async () => {
        underWay += 1;
        peak = Math.max(peak, underWay);
        await new Promise((resolve) => setImmediate(resolve));
        underWay -= 1;
      };
      const checks = ["a", "b", "c"].map((name) => checkOf(name, run));
      await runSuite(optionsFor(checks, concurrency === undefined ? {} : { concurrency }));
      return peak;
    };
    expect([await most(), await most(3)]).toEqual([1, 3]);
  });

  test("tells each result when it is there", async () => {
    const told: string[] = [];
    await runSuite(
      optionsFor([checkOf("a"), checkOf("b")], { onResult: ({ id, verdict }) => told.push(`${verdict} ${id}`) }),
    );
    expect(told).toEqual(["pass pulumi/listBoxes/a", "pass pulumi/listBoxes/b"]);
  });

  test("skips what the profile is not for, without asking", async () => {
    const { fetch, asked } = createScript(reply(500));
    const check = checkOf("a", creating, { needs: ["state", "write"] });
    const report = await runSuite(optionsFor([check], { on: { fetch, profile: "read-only" } }));
    expect(report.checks).toMatchObject([{ verdict: "skipped", reason: "the profile read-only has no write" }]);
    expect(asked).toEqual([]);
  });

  test("ends when it is told to, and removes what it has created", async () => {
    const { fetch, boxes } = createBoxServer();
    const ending = new AbortController();
    const check = checkOf("a", async (context) => {
      await creating(context);
      ending.abort();
      await context.judge("listBoxes", list, "success");
    });
    const report = await runSuite(optionsFor([check, checkOf("b")], { on: { fetch }, signal: ending.signal }));
    expect(report).toMatchObject({
      checks: [{ verdict: "inconclusive", reason: "the run was interrupted" }],
      notRun: 1,
      conclusion: "incomplete",
    });
    expect([...boxes]).toEqual([]);
  });

  test("is incomplete where checks were not come to, though all others passed", async () => {
    const run = startRun(optionsFor([checkOf("a"), checkOf("b")]));
    const [first] = run.checks;
    if (first) run.keep(await run.runCheck(first));
    expect(await run.finish()).toMatchObject({ conclusion: "incomplete", notRun: 1 });
  });

  test("that found a fault does not conform, come to all checks or not", async () => {
    const failing = checkOf("a", (context) => context.judge("listBoxes", list, "refusal").then(() => {}));
    const run = startRun(optionsFor([failing, checkOf("b")]));
    run.keep(await run.runCheck(failing));
    expect(await run.finish()).toMatchObject({ conclusion: "does not conform", notRun: 1 });
  });

  test.each([
    { strict: undefined, want: "conforms" },
    { strict: false, want: "conforms" },
    { strict: true, want: "does not conform" },
  ])("that is strict ($strict) with a lesser finding concludes: $want", async ({ strict, want }) => {
    const check = checkOf("a", (context) => context.judge("listBoxes", list, "refusal", "SHOULD").then(() => {}));
    const report = await runSuite(optionsFor([check], strict === undefined ? {} : { strict }));
    expect([report.conclusion, report.checks[0]?.verdict]).toEqual([want, "warn"]);
  });
});

describe("a check whose answer got lost", () => {
  const judging = async (context: CheckContext) => {
    await context.judge("createBox", { ...list, body: { name: context.freshName() } }, "success");
  };

  /** A server that loses the answers to its first creations, though it carries them out. */
  function createLosing(times: number) {
    const { fetch, boxes } = createBoxServer();
    let lost = 0;
    const losing = async (request: Request) => {
      const response = await fetch(request);
      if (request.method !== "POST" || lost >= times) return response;
      lost += 1;
      throw new TypeError("connection reset");
    };
    return { losing, boxes };
  }

  test("is run again, and what comes of that counts", async () => {
    const { losing, boxes } = createLosing(1);
    const report = await runSuite(optionsFor([checkOf("a", judging)], { on: { fetch: losing } }));
    expect(report.checks).toMatchObject([{ verdict: "pass" }]);
    expect(report.observations).toMatchObject([{ text: "an answer got lost, so the check was run again" }]);
    expect([...boxes]).toEqual([]);
  });

  test("fails where it is lost again", async () => {
    const report = await runSuite(optionsFor([checkOf("a", judging)], { on: { fetch: createLosing(2).losing } }));
    expect(report.checks).toMatchObject([{ verdict: "fail", findings: [{ expected: "an answer" }] }]);
  });
});

describe("a server with room for one thing", () => {
  /** Refuses a second box. */
  function createCramped() {
    const { fetch, boxes } = createBoxServer();
    return async (request: Request) =>
      request.method === "POST" && boxes.size > 0
        ? Response.json({ message: "full" }, { status: 400 })
        : fetch(request);
  }
  const judging = async (context: CheckContext) => {
    await context.judge("createBox", { ...list, body: { name: context.freshName() } }, "success");
    await new Promise((resolve) => setImmediate(resolve));
  };

  test("is not accused for what other checks have there at the moment", async () => {
    const checks = ["a", "b", "c"].map((name) => checkOf(name, judging));
    const report = await runSuite(optionsFor(checks, { on: { fetch: createCramped() }, concurrency: 3 }));
    expect(report.checks.map(({ verdict }) => verdict)).toEqual(["pass", "pass", "pass"]);
  });

  test("makes a check unverified that needs more, and says why", async () => {
    const check = checkOf("a", async (context) => {
      await creating(context);
      await creating(context);
    });
    const report = await runSuite(optionsFor([check], { on: { fetch: createCramped() } }));
    const reason = "createBox to prepare the check was answered 400, with 1 created before: is there a limit?";
    expect(report.checks).toMatchObject([{ verdict: "unverified", reason }]);
  });
});

describe("what a run creates", () => {
  test("bears a name that begins alike for the run, and then for the check", async () => {
    const names: string[] = [];
    const noting = async (context: CheckContext) => void names.push(context.namePrefix, context.freshName());
    await runSuite(optionsFor([checkOf("a", noting), checkOf("b", noting)]));
    expect(names).toEqual([
      "poolproof-xxxx1-xxx2-",
      "poolproof-xxxx1-xxx2-xxx3",
      "poolproof-xxxx1-xxx4-",
      "poolproof-xxxx1-xxx4-xxx5",
    ]);
  });

  test("bears a name of its own where none is told", async () => {
    const names = new Set<string>();
    const noting = checkOf("a", async (context) => void names.add(context.freshName()));
    const { newId: _, ...options } = optionsFor([noting]);
    await runSuite(options);
    await runSuite(options);
    expect(names.size).toBe(2);
    for (const name of names) expect(name).toMatch(/^poolproof-[a-z0-9]{5}-[a-z0-9]{4}-[a-z0-9]{4}$/);
  });

  test("is removed after each check, before the next", async () => {
    const { fetch, boxes } = createBoxServer({ "box-0": "theirs" });
    const seen: string[][] = [];
    const looking = async () => void seen.push([...boxes.keys()]);
    const report = await runSuite(optionsFor([checkOf("a", creating), checkOf("b", looking)], { on: { fetch } }));
    expect(seen).toEqual([["box-0"]]);
    expect(report.leftovers).toEqual([]);
  });

  test("is found again where its answer got lost", async () => {
    const { fetch, boxes } = createBoxServer({ "box-0": "theirs" });
    const losing = async (request: Request) => {
      const response = await fetch(request);
      if (request.method === "POST") throw new TypeError("connection reset");
      return response;
    };
    const report = await runSuite(optionsFor([checkOf("a", creating)], { on: { fetch: losing } }));
    expect(report.checks).toMatchObject([{ verdict: "inconclusive" }]);
    expect([...boxes.values()]).toEqual(["theirs"]);
    expect(report.leftovers).toEqual([]);
  });

  test("is removed at a second try where the answer to the first got lost", async () => {
    const { fetch, boxes } = createBoxServer();
    let isLost = false;
    const losing = async (request: Request) => {
      if (request.method !== "DELETE" || isLost) return fetch(request);
      isLost = true;
      throw new TypeError("connection reset");
    };
    const report = await runSuite(optionsFor([checkOf("a", creating)], { on: { fetch: losing } }));
    expect([[...boxes], report.leftovers]).toEqual([[], []]);
  });

  test("is not told of as left behind where it could be removed in the end", async () => {
    const { fetch, boxes } = createBoxServer();
    let refusals = 0;
    const busy = async (request: Request) => {
      if (request.method !== "DELETE" || refusals > 5) return fetch(request);
      refusals += 1;
      return new Response(null, { status: 429, headers: { "Retry-After": "0" } });
    };
    const report = await runSuite(optionsFor([checkOf("a", creating)], { on: { fetch: busy } }));
    expect([[...boxes], report.leftovers]).toEqual([[], []]);
  });

  test("is told of once where it cannot be removed, and without the token", async () => {
    const { fetch, boxes } = createBoxServer();
    const keeping = async (request: Request) =>
      request.method === "DELETE" ? Response.json({ message: "no" }, { status: 403 }) : fetch(request);
    const check = checkOf("a", async (context) => {
      await creating(context);
      await creating(context);
    });
    const report = await runSuite(optionsFor([check], { on: { fetch: keeping } }));
    expect(report.leftovers).toEqual([
      { what: "box-2", reason: "removeBox was answered 403" },
      { what: "box-1", reason: "removeBox was answered 403" },
    ]);
    expect(boxes.size).toBe(2);
  });

  test("is told of without the token", async () => {
    const { fetch } = createScript(reply(201, { name: "poolproof-" }));
    const on = { fetch, baseUrl: "http://boxes.test/canary-token", profile: "mock" } as const;
    expect((await runSuite(optionsFor([checkOf("a", creating)], { on }))).leftovers).toEqual([
      {
        what: "http://boxes.test/$POOLPROOF_TOKEN/orgs/acme/boxes",
        reason: "created something without an id at /id",
      },
    ]);
  });

  test("is not looked for where no check was run", async () => {
    const { fetch, asked } = createScript(reply(200, { boxes: [] }));
    await runSuite(optionsFor([checkOf("a", creating, { needs: ["draw"] })], { on: { fetch } }));
    expect(asked).toEqual([]);
  });

  test("is looked for once where something was sent", async () => {
    const { fetch, asked } = createScript(reply(200, { boxes: [] }));
    const check = checkOf("a", (context) => context.judge("listBoxes", list, "success").then(() => {}));
    const report = await runSuite(optionsFor([check], { on: { fetch } }));
    expect(asked).toHaveLength(2);
    expect(report.requests).toBe(2);
  });
});

describe("a report", () => {
  test("counts each verdict, and says what was run against", async () => {
    const checks = [
      checkOf("a"),
      checkOf("b"),
      checkOf("c", async (context) => context.skip("no")),
      checkOf("d", async () => {
        throw new Error("broken");
      }),
    ];
    const report = await runSuite(optionsFor(checks, { on: { without: ["agents"] } }));
    expect(report).toMatchObject({
      api: "pulumi",
      target: { url: "http://boxes.test/api", profile: "full", without: ["agents"] },
      counts: { pass: 2, fail: 0, warn: 0, waived: 0, skipped: 1, unverified: 0, inconclusive: 0, error: 1 },
      conclusion: "error",
      notRun: 0,
    });
  });

  test("counts an observation that is made again, whichever item it is of", async () => {
    const boxes = [
      { id: "box-1", name: "a", size: 1 },
      { id: "box-2", name: "b", size: 2, "10": 3 },
    ];
    const { fetch } = createScript(reply(200, { boxes, "v1/2": 1, "canary-token": 1 }));
    const look = (context: CheckContext) => context.judge("listBoxes", list, "success").then(() => {});
    const report = await runSuite(optionsFor([checkOf("a", look), checkOf("b", look)], { on: { fetch } }));
    const observed = report.observations.map(({ pointer, text, operation, count }) => [
      operation,
      pointer,
      text,
      count,
    ]);
    expect(observed).toEqual([
      ["listBoxes", "/boxes/*/size", "undocumented member /boxes/*/size present", 4],
      ["listBoxes", "/boxes/*/*", "undocumented member /boxes/*/* present", 2],
      ["listBoxes", "/v1~12", "undocumented member /v1~12 present", 2],
      ["listBoxes", "/$POOLPROOF_TOKEN", "undocumented member /$POOLPROOF_TOKEN present", 2],
    ]);
  });

  test("keeps observations of different operations and kinds apart", async () => {
    const observing = async (context: CheckContext) => {
      context.observe({ kind: "reading", pointer: "", text: "t" });
      context.observe({ kind: "range-status", pointer: "", text: "t" });
    };
    const checks = [checkOf("a", observing), checkOf("b", observing, { operationId: "showBox" })];
    expect((await runSuite(optionsFor(checks))).observations.map(({ count }) => count)).toEqual([1, 1, 1, 1]);
  });

  test("tells the reading that was taken", async () => {
    const run = (context: CheckContext) =>
      context.judge("removeBox", { path: { organization: "acme", box: "box-9" } }, "refusal").then(() => {});
    const check = checkOf("a", run, { decides: ["remove-box.either"], title: "refuse it", operationId: "removeBox" });
    expect((await runSuite(optionsFor([check]))).observations).toContainEqual({
      operation: "removeBox",
      kind: "reading",
      pointer: "",
      text: "refuse it: answered 404",
      count: 1,
    });
  });

  test("tells how far the documented answers were seen", async () => {
    const look = (context: CheckContext) => context.judge("listBoxes", list, "success").then(() => {});
    const checks = [
      checkOf("a", look, { provokes: ["401"] }),
      checkOf("b", undefined, { operationId: "showBox", provokes: ["404"] }),
      checkOf("c", undefined, { operationId: "showBox", provokes: [] }),
      checkOf("d", undefined, { operationId: "createBox", provokes: ["200"] }),
    ];
    const { coverage } = await runSuite(optionsFor(checks));
    const unprovokable = "takes a state that no documented operation brings about";
    expect(coverage.slice(0, 3)).toMatchObject([
      {
        operation: "listBoxes",
        statuses: [
          { status: "200", seen: 1 },
          { status: "401", seen: 0 },
        ],
      },
      { operation: "createBox" },
      {
        operation: "showBox",
        statuses: [
          { status: "200", seen: 0, unprovokable },
          { status: "404", seen: 0 },
        ],
      },
    ]);
    expect(coverage[0]?.statuses[1]).not.toHaveProperty("unprovokable");
    expect(coverage[2]?.statuses[1]).not.toHaveProperty("unprovokable");
  });
});

test("a fixture that one check uses up is not there for the next", async () => {
  const got: (string | undefined)[] = [];
  const taking = async (context: CheckContext) => void got.push(context.take("agent"), context.fixture("agent"));
  await runSuite(optionsFor([checkOf("a", taking)], { on: { fixtures: { agent: ["x", "y"] } } }));
  await runSuite(optionsFor([checkOf("a", taking)], { on: { fixtures: { agent: ["x", "y"] }, profile: "mock" } }));
  expect(got).toEqual(["x", "y", "x", "x"]);
});
