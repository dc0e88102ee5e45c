import { type ApiId, apis } from "../apis/index.ts";
import type { ApiHandler } from "./api-front.ts";

/** Notes the token that a refused request should have sent: who tries a mock often has another one at hand. */
export function noteToken(handle: ApiHandler, id: ApiId, token: string): ApiHandler {
  const forms = Object.values(apis[id].authorization);
  return async (request, path) => {
    const answer = await handle(request, path);
    const isSent = forms.some(({ header, prefix }) => request.headers.get(header) === `${prefix}${token}`);
    const [usual] = forms;
    if (answer.status === 401 && !isSent && usual) {
      request.notes.push(`this mock takes "${usual.header}: ${usual.prefix}${token}"`);
    }
    return answer;
  };
}
