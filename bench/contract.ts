import { Ajv2020 } from "ajv/dist/2020.js";
import addFormats from "ajv-formats";
import { Bench } from "tinybench";
import { apis } from "../src/apis/index.ts";
import { createContract } from "../src/contract/contract.ts";

/*
 * What judging costs beside bare ajv, in one run: the Terraform list of 20 pools, valid and with one fault, and the
 * start-up until the first body is judged.
 */
const poolsOnPage = 20;

const document = (await apis.terraform.loadBundle()) as Parameters<typeof createContract>[0] & {
  components: { schemas: Record<string, object>; examples: { AgentPoolList: { value: { data: object[] } } } };
};
const sample = document.components.examples.AgentPoolList.value;
const valid = { ...sample, data: Array.from({ length: poolsOnPage }, () => structuredClone(sample.data[0])) };
const broken = structuredClone(valid);
Object.assign(broken.data[poolsOnPage - 1] as object, { id: 412 });

/** ajv alone, with the same schemas and settings but one error a body, as most people use it. */
function createBareAjv() {
  const ajv = new Ajv2020({ strict: true });
  (addFormats as unknown as (ajv: Ajv2020) => void)(ajv);
  ajv.addVocabulary(["x-source", "x-keyword-sources", "components"]);
  ajv.addSchema({ components: { schemas: document.components.schemas } }, "bundle");
  return ajv.compile({ $ref: "bundle#/components/schemas/AgentPoolListDocument" });
}

function createJudge() {
  const { operations, judgeBody } = createContract(document);
  const response = operations.find(({ id }) => id === "listAgentPools")?.responses[0];
  const schema = response?.mediaTypes[0]?.schema;
  if (!response || !schema) throw new Error("listAgentPools documents no body");
  return (body: unknown) => judgeBody(response, schema, body);
}

const validate = createBareAjv();
const judge = createJudge();
if (!validate(valid) || validate(broken)) throw new Error("ajv does not tell the bodies apart");
if (judge(valid).violations.length !== 0 || judge(broken).violations.length !== 1)
  throw new Error("the contract does not tell the bodies apart");

const rows = [
  { name: "a valid body", ours: () => judge(valid), bare: () => validate(valid) },
  { name: "a body with one fault", ours: () => judge(broken), bare: () => validate(broken) },
  { name: "start-up to the first verdict", ours: () => createJudge()(valid), bare: () => createBareAjv()(valid) },
];
for (const { name, ours, bare } of rows) {
  const bench = new Bench({ time: 1000, warmupTime: 300 });
  bench.add("contract", () => void ours()).add("ajv", () => void bare());
  await bench.run();
  const perSecond = (task: string) => {
    const { result } = bench.getTask(task) ?? {};
    if (result?.state !== "completed") throw new Error(`${task} did not complete`);
    return 1000 / result.latency.p50;
  };
  const [judged, validated] = [perSecond("contract"), perSecond("ajv")];
  process.stdout.write(
    `${name.padEnd(30)} contract ${format(judged)}/s   bare ajv ${format(validated)}/s   ratio ${(judged / validated).toFixed(2)}\n`,
  );
}

function format(perSecond: number): string {
  return Math.round(perSecond).toLocaleString("en").padStart(9);
}
