import type { Api } from "../../src/apis/api.ts";
import type { Exchange } from "./exchange.ts";

/** A shell command that sends the request of an exchange again; the target's token becomes `$POOLPROOF_TOKEN`. */
export function curlOf(api: Api, { request }: Exchange, token: string): string {
  const forms = Object.values(api.authorization);
  const headers = Object.entries(request.headers).map(([name, value]) => {
    const form = forms.find((each) => each.header === name && value === `${each.prefix}${token}`);
    // Double quotes, so that the shell puts the token in.
    return form ? `-H "${name}: ${form.prefix}$POOLPROOF_TOKEN"` : `-H ${quote(`${name}: ${value}`)}`;
  });
  const body = request.text === undefined ? [] : [`--data-raw ${quote(request.text)}`];
  const method = request.method === "GET" ? [] : [`-X ${request.method}`];
  return ["curl -i", ...method, ...headers, ...body, quote(request.url)].join(" ");
}

function quote(text: string): string {
  return `'${text.replaceAll("'", String.raw`'\''`)}'`;
}
