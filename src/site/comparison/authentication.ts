import type { AuthorizationForm } from "../../apis/api.ts";
import { valueAt } from "../../contract/json-pointer.ts";
import { type Markup, markup } from "../../report/html/markup.ts";
import type { Source } from "../../requirement.ts";
import { inCode } from "../inserts/in-code.ts";
import type { ApiFacts } from "../site-facts.ts";
import { sourceNote } from "../source-note.ts";
import type { Topic } from "./topic.ts";

export const authentication: Topic = {
  id: "authentication",
  title: "Authentication",
  describe: (facts) => {
    const schemes = Object.values((valueAt(facts.contract.bundle, "/components/securitySchemes") ?? {}) as Schemes);
    return markup`<ul class="plain-list">${Object.values<AuthorizationForm>(facts.api.authorization).map(
      ({ header, prefix }) => markup`<li><code>${header}: ${prefix}TOKEN</code></li>`,
    )}</ul>
<ul class="plain-list soft">${schemes.map(
      ({ description, "x-source": source }) => markup`<li>${inCode(description)}${sourceNote(source)}</li>`,
    )}</ul>
<p>Without a valid token:</p><ul class="plain-list">${facts.suite.derivation.unauthorizedStatuses.map((status) => statusItem(facts, status))}</ul>`;
  },
  concerns: {
    contract: /securitySchemes|^#\/security|Unauthorized$|responses\/401$/,
    checks: /refuses-(missing|bad|limited)-(token|key)$/,
  },
};

type Schemes = Readonly<Record<string, { readonly description: string; readonly "x-source"?: Source }>>;

/** The page has a status if it gives it to any operation. */
function statusItem({ contract }: ApiFacts, status: number): Markup {
  const sources = contract.operations
    .flatMap(({ responses }) => responses.filter((response) => response.status === `${status}`))
    .map(({ source }) => source);
  return markup`<li><code>${status}</code>${!sources.includes("page") && sourceNote(...sources)}</li>`;
}
