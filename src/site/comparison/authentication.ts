import type { AuthorizationForm } from "../../apis/api.ts";
import { valueAt } from "../../contract/json-pointer.ts";
import { markup } from "../../report/html/markup.ts";
import type { Source } from "../../requirement.ts";
import { sourceNames } from "../requirement-row.ts";
import type { Topic } from "./topic.ts";

export const authentication: Topic = {
  id: "authentication",
  title: "Authentication",
  describe: ({ api, contract, suite }) => {
    const schemes = Object.values((valueAt(contract.bundle, "/components/securitySchemes") ?? {}) as Schemes);
    return markup`<ul class="plain-list">${Object.values<AuthorizationForm>(api.authorization).map(
      ({ header, prefix }) => markup`<li><code>${header}: ${prefix}TOKEN</code></li>`,
    )}</ul>
<ul class="plain-list soft">${schemes.map(
      ({ description, "x-source": source = "page" }) =>
        markup`<li>${withoutTicks(description)} (${sourceNames[source]})</li>`,
    )}</ul>
<p>Without a valid token: ${suite.derivation.unauthorizedStatuses.join(" or ")}.</p>`;
  },
  concerns: {
    contract: /securitySchemes|^#\/security|Unauthorized$|responses\/401$/,
    checks: /refuses-(missing|bad|limited)-(token|key)$/,
  },
};

type Schemes = Readonly<Record<string, { readonly description: string; readonly "x-source"?: Source }>>;

const withoutTicks = (text: string) => text.replaceAll("`", "").replace(/\.$/, "");
