import schema from "../../config/poolproof.schema.json" with { type: "json" };
import { dataTable } from "../../report/html/data-table.ts";
import { type Markup, markup } from "../../report/html/markup.ts";
import type { ApiFacts, SiteFacts } from "../site-facts.ts";

/** What `--fixture` takes for each API, and what `--without` takes besides. */
export function fixtureTables({ apis }: SiteFacts): Markup {
  return dataTable({
    label: "Fixtures by API",
    columns: ["Fixture", "What it names"],
    rows: apis.map(
      (facts) => markup`<tr class="group"><th scope="rowgroup" colspan="2">${facts.api.title}</th></tr>
${fixturesOf(facts).map(
  ({ name, description }) =>
    markup`<tr><th scope="row"><code>${name}</code></th><td class="text">${description}</td></tr>`,
)}<tr><th scope="row"><code>--without</code></th><td class="text">takes these names, and ${Object.keys(
        facts.suite.kinds,
      ).map((kind, index) => markup`${index > 0 && ", "}<code>${kind}</code>`)}</td></tr>`,
    ),
  });
}

function fixturesOf({ id, suite }: ApiFacts): readonly { readonly name: string; readonly description: string }[] {
  const described: Readonly<Record<string, { readonly description: string }>> =
    schema.$defs[id].properties.fixtures.properties;
  return suite.fixtures.map((name) => ({ name, description: described[name]?.description ?? "" }));
}
