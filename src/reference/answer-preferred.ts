import type { Api } from "../apis/api.ts";
import type { Contract } from "../contract/contract.ts";
import { type ApiHandler, refuse, send } from "../front/api-front.ts";
import { chooseAnswer, isChoice } from "../front/choice.ts";
import { exampleReply } from "../front/example-reply.ts";
import { createLinkLocator } from "../front/local-links.ts";
import { parsePrefer } from "../front/prefer.ts";

/** Answers `Prefer: code=…` and `Prefer: example=…` with a documented example, and then does nothing of what is asked. */
export function answerPreferred(handle: ApiHandler, api: Api, contract: Contract): ApiHandler {
  const locateLinks = createLinkLocator(contract);
  return (request, path) => {
    const header = request.headers.get("prefer");
    const preferences = header === null ? undefined : parsePrefer(header);
    const wanted = ["code", "example"].filter((name) => preferences?.has(name));
    if (!preferences || wanted.length === 0) return handle(request, path);
    const { operation } = contract.match(request.method === "HEAD" ? "GET" : request.method, path);
    if (!operation) return handle(request, path);
    const choice = chooseAnswer(operation, new Map(wanted.map((name) => [name, preferences.get(name) ?? ""])));
    if (!isChoice(choice)) return refuse(api, choice);
    request.notes.push("an example, as the request prefers; nothing was done");
    const { headers, body, ...reply } = exampleReply(choice);
    const applied = wanted.map((name) => `${name}=${preferences.get(name)}`).join(", ");
    return send({
      ...reply,
      body: locateLinks(body, request, path),
      headers: { ...headers, "Preference-Applied": applied },
    });
  };
}
