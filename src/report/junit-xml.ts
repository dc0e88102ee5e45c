import { create } from "xmlbuilder2";
import { safeText } from "./safe-text.ts";

/** One group of test cases, without the numbers that follow from them. */
export interface JunitSuite {
  readonly name: string;
  /** ISO 8601 */
  readonly timestamp: string;
  readonly properties?: Readonly<Record<string, string>>;
  readonly cases: readonly JunitCase[];
}

export interface JunitCase {
  readonly name: string;
  readonly classname: string;
  readonly durationMs: number;
  /** None for what passes. */
  readonly outcome?: {
    readonly element: "failure" | "error" | "skipped";
    readonly type: string;
    readonly message: string;
    /** Lines that any file can hold. */
    readonly lines?: readonly string[];
  };
  /** Lines that any file can hold. */
  readonly output?: readonly string[];
}

type XmlElement = ReturnType<ReturnType<typeof create>["ele"]>;

/**
 * JUnit XML, in the form that Jenkins' schema takes: suites are not nested, the properties of a suite come before its
 * cases, and the outcome of a case before its output.
 */
export function junitXml(suites: readonly JunitSuite[]): string {
  const cases = suites.flatMap((suite) => suite.cases);
  const { skipped: _, ...totals } = countsOf(cases);
  const root = create({ version: "1.0", encoding: "UTF-8" }).ele("testsuites", { name: "poolproof", ...totals });
  for (const suite of suites) writeSuite(root, suite);
  return `${root.end({ prettyPrint: true })}\n`;
}

function writeSuite(root: XmlElement, { name, timestamp, properties, cases }: JunitSuite): void {
  const suite = root.ele("testsuite", { name: attribute(name), ...countsOf(cases), timestamp: attribute(timestamp) });
  if (properties) {
    const list = suite.ele("properties");
    for (const [key, value] of Object.entries(properties))
      list.ele("property", { name: attribute(key), value: attribute(value) });
  }
  for (const each of cases) writeCase(suite, each);
}

function writeCase(suite: XmlElement, { name, classname, durationMs, outcome, output }: JunitCase): void {
  const attributes = { name: attribute(name), classname: attribute(classname), time: seconds(durationMs) };
  const element = suite.ele("testcase", attributes);
  if (outcome) {
    const { element: tag, type, message, lines = [] } = outcome;
    const child = element.ele(tag, { type: attribute(type), message: attribute(message) });
    if (lines.length > 0) child.txt(escapeReferences(lines.join("\n")));
  }
  if (output && output.length > 0) element.ele("system-out").txt(escapeReferences(output.join("\n")));
}

/** The builder takes `&#0;` for a reference and leaves it as it is, so what only looks like one is escaped before. */
function escapeReferences(text: string): string {
  return text.replaceAll("&", "&amp;");
}

function attribute(text: string): string {
  return escapeReferences(safeText(text));
}

function countsOf(cases: readonly JunitCase[]) {
  const count = (tag: string) => String(cases.filter(({ outcome }) => outcome?.element === tag).length);
  return {
    tests: String(cases.length),
    failures: count("failure"),
    errors: count("error"),
    skipped: count("skipped"),
    time: seconds(cases.reduce((sum, { durationMs }) => sum + durationMs, 0)),
  };
}

/** Neither with an exponent nor with a comma, which some readers stumble over. */
function seconds(ms: number): string {
  return (ms / 1000).toFixed(3);
}
