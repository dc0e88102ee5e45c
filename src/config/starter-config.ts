import { suiteDescriptions } from "../../conformance/suites.ts";
import { type ApiId, apiIds, apis } from "../apis/index.ts";
import { orList } from "../contract/describe-value.ts";
import { loadContract } from "../contract/load-contract.ts";
import schema from "./poolproof.schema.json" with { type: "json" };

/** The one target of the starter configuration that is not commented out. */
export const starterTarget = "local";

/** Its API unless one is named. */
export const starterApi: ApiId = "terraform";

/**
 * A commented configuration to begin with: one target of each API, all but that of the API given commented out.
 * @param schemaPath where the JSON Schema lies, from the folder of the file, with slashes
 */
export async function starterConfig(schemaPath: string, api: ApiId = starterApi): Promise<string> {
  const ids = [api, ...othersThan(api)];
  const [first = [], ...others] = await Promise.all(ids.map(describeTarget));
  return `${[
    `# yaml-language-server: $schema=${schemaPath}`,
    "",
    `# Servers to run Poolproof against. One of them: poolproof run --target ${starterTarget}`,
    "# What is given on the command line wins over what stands here.",
    "",
    "targets:",
    ...first,
    ...(await describeOptions(api)),
    ...others.flatMap((lines) => ["", ...lines.map(commentOut)]),
  ].join("\n")}\n`;
}

/** The APIs whose targets are commented out. */
export function othersThan(api: ApiId): readonly ApiId[] {
  return apiIds.filter((id) => id !== api);
}

const commentOut = (line: string) => line.replace(/^ {2}/, "  # ");

async function describeTarget(id: ApiId, index: number): Promise<string[]> {
  const isFirst = index === 0;
  const base = await basePath(id);
  return [
    `  ${isFirst ? starterTarget : id}:`,
    `    api: ${id}${isFirst ? ` # or ${orList(othersThan(id))}` : ""}`,
    `    url: ${isFirst ? "http://127.0.0.1:8080" : `https://${id}.example.com`}${base} # ends before ${apis[id].urlEndsBefore}`,
    ...apis[id].targetFlags.map((flag) => `    ${flag}: my-${flag}`),
    ...(isFirst ? ["    # The environment variable that holds the token. A token itself never stands here."] : []),
    `    tokenVariable: ${isFirst ? "POOLPROOF_TOKEN" : `${id.toUpperCase()}_TOKEN`}`,
    ...describeForms(id),
    ...(isFirst ? ["    # What exists on the server and cannot be created or found by reading: ID, or [ID, ID]."] : []),
    "    # fixtures:",
    ...describeFixtures(id),
  ];
}

/** Of a token, where the API has several. */
function describeForms(id: ApiId): string[] {
  const [usual, ...others] = Object.keys(apis[id].authorization);
  return others.map((form) => `    # auth: ${form} # form of the token, in place of ${usual}`);
}

function describeFixtures(id: ApiId): string[] {
  const { fixtures, fixtureForm } = suiteDescriptions[id];
  const sample = fixtureForm?.test("ID") === false ? "1" : "ID";
  const described: Readonly<Record<string, { readonly description: string }>> =
    schema.$defs[id].properties.fixtures.properties;
  return fixtures.map((name) => `    #   ${name}: ${sample} # ${described[name]?.description}`);
}

/** Where the vendor's own server has the API, with the samples of its documentation. */
async function basePath(id: ApiId): Promise<string> {
  const { basePaths, bundle } = await loadContract(id);
  const variables = bundle.servers[0]?.variables ?? {};
  return (basePaths[0] ?? "").replaceAll(/\{(\w+)\}/g, (_, name: string) => variables[name]?.default ?? name);
}

/** The members that every API has, for the first target only: the others would but repeat them. */
const describeOptions = async (id: ApiId) => [
  "    # What it lacks: checks that need it are skipped, and not unverified.",
  "    # without: [other-tenant]",
  "    # Variables of two further tokens: of another tenant, and of one who may not write.",
  "    # otherTokenVariable: POOLPROOF_OTHER_TOKEN",
  "    # limitedTokenVariable: POOLPROOF_LIMITED_TOKEN",
  "    # profile: read-only # sends nothing that writes; or mock, for a stateless one",
  "    # rate: 5 # requests a second, at most",
  "    # maxRequests: 5000 # requests of one run, at most",
  "    # concurrency: 8 # checks under way at once",
  "    # timeoutMs: 10000 # time for one request",
  "    # strict: true # a SHOULD that is not met fails too",
  "    # ca: authority.pem # certificate authority of the server, from the folder of this file",
  "    # Failures that are accepted for a time. One that expired, or that nothing failed for, fails the run.",
  "    # waivers:",
  `    #   - id: ${id}/${(await loadContract(id)).operations[0]?.id}/`,
  "    #     reason: known, and mended by the next release",
  '    #     expires: "2030-12-31"',
];
