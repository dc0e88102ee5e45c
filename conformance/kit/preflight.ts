import type { Api } from "../../src/apis/api.ts";
import { apis } from "../../src/apis/index.ts";
import { ClientError } from "../../src/client/client-error.ts";
import { type Deserved, isSuccess } from "../../src/contract/judge-response.ts";
import { essenceOf, isJson } from "../../src/contract/media-type.ts";
import type { Operation } from "../../src/contract/operations.ts";
import { isPathValue } from "../../src/contract/route.ts";
import { createRedactor, secretsOf } from "../secrets/redact.ts";
import { type Capability, profiles } from "./capability.ts";
import { drawing } from "./drawing.ts";
import type { Ask, Exchange } from "./exchange.ts";
import { createSession, type Session } from "./session.ts";
import type { Suite } from "./suite.ts";
import type { Target } from "./target.ts";
import { isWeather, type Sleep } from "./weather.ts";

/** A target that cannot be judged at all. The message says what to do about it. */
export class PreflightError extends Error {
  override readonly name = "PreflightError";
}

/**
 * Asks the target one thing that every suite needs, so that a wrong URL or token is told once and not by every check,
 * and of a mock that gives errors on demand one of these.
 * A server that answers wrongly passes: it is for the checks to say so.
 * @throws {PreflightError} if there is no usable answer
 */
export async function preflight(suite: Suite, target: Target, sleep: Sleep): Promise<void> {
  const session = createSession({ contract: suite.contract, target, sleep });
  const operation = session.operation(suite.probe.operationId);
  const ask = suite.probe.ask(target.data);
  const url = firstUrl(suite, target);
  const redact = createRedactor(secretsOf(target));
  const send = (asked: Ask, deserved: Deserved) =>
    session.send(operation, asked, deserved).catch((error) => {
      throw error instanceof ClientError
        ? new PreflightError(redact(explainSilence(url, error)), { cause: error })
        : error;
    });
  const exchange = await send(ask, "success");
  const trouble = explainAnswer(session, url, exchange);
  if (trouble) throw new PreflightError(redact(trouble));
  const status = isSuccess(exchange.answer.status) ? statusToDraw(operation, target) : undefined;
  if (status === undefined) return;
  const drawn = await send(drawing(session.api, ask, status), "either");
  if (drawn.answer.status !== status) throw new PreflightError(redact(explainNoDraw(url, target, status, drawn)));
}

/**
 * The URL that a run asks for first, without secrets.
 * @throws {PreflightError} if the target names too little to ask for anything
 */
export function firstUrl(suite: Suite, target: Target): string {
  const missing = apis[target.api].targetFlags.filter((name) => !isPathValue(target.data[name] ?? ""));
  if (missing.length > 0) throw new PreflightError(`${apis[target.api].title} needs ${missing.join(" and ")}.`);
  const session = createSession({ contract: suite.contract, target, sleep: async () => {} });
  const url = session.urlOf(session.operation(suite.probe.operationId), suite.probe.ask(target.data));
  return createRedactor(secretsOf(target))(url);
}

const tlsErrors = /CERT|SSL|TLS|SELF_SIGNED|UNABLE_TO_VERIFY|EPROTO|certificate|wrong version number/i;

function explainSilence(url: string, error: ClientError): string {
  const reason = error.message
    .replace(/^[A-Z]+ \S+: /, "")
    .replaceAll(/\s+/g, " ")
    .trim();
  const { code = "" } = (rootCause(error) ?? {}) as { code?: string };
  if (error.kind === "timeout") return `${url}: ${reason}. Is the server up? --timeout MS waits longer.`;
  if (error.kind === "too-large") return `${url}: ${reason}. Is this the API's base URL?`;
  if (tlsErrors.test(`${code} ${reason}`)) {
    return `${url}: the TLS connection failed (${reason}). For a certificate of your own authority pass --ca FILE; for a server without TLS use http://.`;
  }
  if (code === "ENOTFOUND" || code === "EAI_AGAIN")
    return `${url}: the host is not known (${reason}). Check the spelling of --url.`;
  return `${url}: no connection (${reason}). Is the server running, and is --url right?`;
}

function explainAnswer({ api, target }: Session, url: string, exchange: Exchange): string | undefined {
  const { answer, json, operation } = exchange;
  const { status, headers } = answer;
  const ending = `--url ends before ${api.urlEndsBefore}`;
  if (status >= 300 && status < 400) {
    return `${url}: redirected to ${headers.get("location") ?? "nowhere"}, and redirects are not followed. Give the final address as --url; ${ending}.`;
  }
  if (status === 401 || status === 403) {
    return `${url}: the token was refused (${status}). Put a valid one into POOLPROOF_TOKEN${authorizationHint(api, target)}.`;
  }
  if (status === 404) {
    const data = api.targetFlags.map((flag) => `--${flag} ${target.data[flag]}`).join(" and ");
    return `${url}: answered 404. Check --url (${ending})${data && `, ${data}`}, and that the token may see it.`;
  }
  if (!isSuccess(status)) return undefined;
  if (json === undefined) {
    const what = answer.text === "" ? "nothing" : describeContent(headers.get("content-type"));
    return `${url}: answered ${what}, so this is not the ${api.title} API. Check --url; ${ending}.`;
  }
  if (!hasDocumentedMember(operation, json)) {
    return `${url}: answered JSON with none of the members of ${operation.id}, so this is not the ${api.title} API. Check --url; ${ending}.`;
  }
  return undefined;
}

/** A documented error that weather is not to be taken for, if the target is to give errors on demand. */
function statusToDraw({ responses }: Operation, { profile }: Target): number | undefined {
  if (!(profiles[profile] as readonly Capability[]).includes("draw")) return undefined;
  return responses.map(({ status }) => Number(status)).find((each) => each >= 400 && each < 500 && !isWeather(each));
}

function explainNoDraw(url: string, { profile }: Target, status: number, { answer }: Exchange): string {
  return `${url}: the profile ${profile} is for mocks that give documented errors on demand (Prefer: code=${status}), and this answered ${answer.status} to that. Leave --profile out to judge it as a server.`;
}

function authorizationHint(api: Api, target: Target): string {
  const forms = Object.keys(api.authorization);
  const used = target.authorization ?? forms[0];
  const others = forms.filter((form) => form !== used);
  return others.length === 0 ? "" : `, or try --auth ${others.join(" or ")}`;
}

function hasDocumentedMember({ responses }: Operation, json: unknown): boolean {
  if (typeof json !== "object" || json === null || Array.isArray(json)) return Array.isArray(json);
  const documented = responses.flatMap(({ mediaTypes }) =>
    mediaTypes.flatMap(({ examples }) => Object.values(examples)),
  );
  const names = new Set(documented.flatMap((example) => Object.keys(example as object)));
  return Object.keys(json).some((name) => names.has(name));
}

function rootCause(error: unknown): unknown {
  return error instanceof Error && error.cause !== undefined ? rootCause(error.cause) : error;
}

function describeContent(contentType: string | null): string {
  const essence = essenceOf(contentType);
  return essence === undefined || isJson(essence) ? "something that is not JSON" : essence;
}
