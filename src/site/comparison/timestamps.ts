import type { Schema } from "../../contract/bundle.ts";
import { valueAt } from "../../contract/json-pointer.ts";
import { markup } from "../../report/html/markup.ts";
import type { ApiFacts } from "../site-facts.ts";
import type { Topic } from "./topic.ts";

/** Formats of JSON Schema in which the specs have moments. */
const momentFormats = { "date-time": "string, ISO 8601", int64: "integer" } as const;

export const timestamps: Topic = {
  id: "timestamps",
  title: "Timestamps",
  describe: (facts) => {
    const moments = momentsOf(facts);
    if (moments.length === 0) return markup`<p>None.</p>`;
    return markup`<ul class="plain-list">${moments.map(
      ({ name, form, nullable, sample, description }) =>
        markup`<li><code>${name}</code> ${form}${nullable && ", or null"}<br><code class="soft">${JSON.stringify(sample)}</code><br><span class="soft">${description}</span></li>`,
    )}</ul>`;
  },
  concerns: { contract: /properties\/(created|lastSeen|lastDeployment|[\w-]+[-_]at)$/, checks: /moments|timestamps/ },
};

interface Moment {
  readonly name: string;
  readonly form: string;
  readonly nullable: boolean;
  readonly description: string;
  /** As the documentation shows it. */
  readonly sample: unknown;
}

/** Members that tell a moment; those that are said to be the same thing only once. */
function momentsOf({ contract }: ApiFacts): Moment[] {
  const schemas = (valueAt(contract.bundle, "/components/schemas") ?? {}) as Readonly<Record<string, DescribedSchema>>;
  const samples = contract.operations
    .flatMap(({ responses }) => responses.flatMap(({ mediaTypes }) => mediaTypes))
    .flatMap(({ examples }) => Object.values(examples));
  const moments = Object.values(schemas).flatMap(({ properties = {}, required = [] }) =>
    Object.entries(properties).flatMap(([name, { format, type, description = "" }]): Moment[] => {
      if (format !== "date-time" && format !== "int64") return [];
      const nullable = Array.isArray(type) && type.includes("null");
      const sample = samples.map((each) => sampleOf(each, name, required)).find((value) => value !== undefined);
      return [{ name, form: momentFormats[format], nullable, sample, description }];
    }),
  );
  return [...new Map(moments.map((moment) => [`${moment.name} ${moment.description}`, moment])).values()];
}

interface DescribedSchema extends Schema {
  readonly description?: string;
  readonly properties?: Readonly<Record<string, DescribedSchema>>;
}

/** The value of a member in the first object that has all that its schema asks for, however deep. */
function sampleOf(document: unknown, name: string, required: readonly string[]): unknown {
  if (typeof document !== "object" || document === null) return undefined;
  const value = (document as Readonly<Record<string, unknown>>)[name];
  if (value !== undefined && value !== null && required.every((member) => Object.hasOwn(document, member)))
    return value;
  return Object.values(document)
    .map((each) => sampleOf(each, name, required))
    .find((found) => found !== undefined);
}
