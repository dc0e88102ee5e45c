import type { Api } from "../../src/apis/api.ts";
import type { Secret } from "../secrets/redact.ts";
import type { Exchange } from "./exchange.ts";

/** A shell command that sends the request of an exchange again; tokens of the target become variables. */
export function curlOf(api: Api, { request }: Exchange, secrets: readonly Secret[]): string {
  const forms = Object.values(api.authorization).flatMap(({ header, prefix }) =>
    secrets.map(([placeholder, token]) => ({ header, prefix, placeholder, value: `${prefix}${token}` })),
  );
  const headers = Object.entries(request.headers).map(([name, value]) => {
    const form = forms.find(
      (each) => each.header === name && value.startsWith(each.value) && each.value !== each.prefix,
    );
    if (!form) return `-H ${quote(`${name}: ${value}`)}`;
    // Double quotes, so that the shell puts the token in; a token may have been lengthened on purpose.
    return `-H "${name}: ${form.prefix}${form.placeholder}${value.slice(form.value.length)}"`;
  });
  const body = request.text === undefined ? [] : [`--data-raw ${quote(request.text)}`];
  return ["curl -i", ...methodOption(request.method), ...headers, ...body, quote(request.url)].join(" ");
}

function methodOption(method: string): string[] {
  if (method === "GET") return [];
  // With -X HEAD curl would wait for a body.
  return [method === "HEAD" ? "--head" : `-X ${method}`];
}

function quote(text: string): string {
  return `'${text.replaceAll("'", String.raw`'\''`)}'`;
}
