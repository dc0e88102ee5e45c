import type { AuthorizationForm } from "../apis/api.ts";
import { valueAt } from "../contract/json-pointer.ts";
import { referenceToken } from "../reference/reference-data.ts";
import { mockCommand } from "./mock-address.ts";
import type { ApiFacts } from "./site-facts.ts";

interface Server {
  readonly url: string;
  readonly description?: string;
}

/** What the reference is started with. */
export interface ReferenceSettings {
  readonly slug: string;
  /** Origin of the mock, and the command that starts it: for when it does not answer. */
  readonly mock: { readonly url: string; readonly start?: string };
  readonly content: { readonly servers: readonly Server[] } & Readonly<Record<string, unknown>>;
  readonly authentication: {
    readonly preferredSecurityScheme: string;
    readonly securitySchemes: Readonly<Record<string, { readonly token: string } | { readonly value: string }>>;
  };
}

/**
 * The contract with the mock as its first server, and a token filled in that the mock takes: so "Test request" answers
 * at once. Servers without an address of their own would be this site, and are left out.
 * @param mockUrl origin of the mock: `http://127.0.0.1:4010`
 */
export function referenceSettings({ id, api, contract }: ApiFacts, mockUrl: string): ReferenceSettings {
  const { bundle } = contract;
  const documented = bundle.servers.filter(({ url }) => URL.canParse(url.replaceAll(/[{}]/g, "")));
  const [first = { url: "" }] = documented;
  const start = mockCommand(mockUrl);
  const description = start ? `The mock, started by: ${start}` : "The mock";
  const mock = { ...first, url: `${mockUrl}${contract.basePaths[0] ?? ""}`, description };
  const schemes = Object.entries((valueAt(bundle, "/components/securitySchemes") ?? {}) as Record<string, Scheme>);
  const forms = Object.values<AuthorizationForm>(api.authorization);
  return {
    slug: id,
    mock: { url: mockUrl, ...(start && { start }) },
    content: { ...bundle, servers: [mock, ...documented] },
    authentication: {
      preferredSecurityScheme: schemes[0]?.[0] ?? "",
      securitySchemes: Object.fromEntries(
        schemes.map(([name, scheme]) => [
          name,
          scheme.type === "http"
            ? { token: referenceToken }
            : { value: `${prefixOf(forms, scheme.name)}${referenceToken}` },
        ]),
      ),
    },
  };
}

interface Scheme {
  readonly type: "http" | "apiKey";
  readonly name?: string;
}

const prefixOf = (forms: readonly AuthorizationForm[], header: string | undefined) =>
  forms.find((form) => form.header === header)?.prefix ?? "";
