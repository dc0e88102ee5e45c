import type { Answered } from "./answer.ts";
import { send } from "./api-front.ts";
import type { Beside, ServedApi } from "./apis-front.ts";
import { controlPath, createControl } from "./control.ts";
import type { ControlledState } from "./controlled-state.ts";
import type { SiteParts } from "./create-site.ts";
import type { Incoming } from "./incoming.ts";
import type { OrderedFaults } from "./ordered-faults.ts";
import { describeSite } from "./site-map.ts";
import { startPage } from "./start-page.ts";

export interface DeskOptions extends Pick<SiteParts, "kind" | "token" | "samplesOf"> {
  readonly served: readonly ServedApi[];
  readonly faults: OrderedFaults;
  readonly state?: ControlledState;
}

/** The start page at `/` and the control API, for browsers as HTML and for whoever prefers it as JSON. */
export function createDesk(options: DeskOptions): Beside {
  const control = createControl({
    ids: options.served.map(({ id }) => id),
    operationsOf: (id) => options.served.find((each) => each.id === id)?.contract.operations ?? [],
    faults: options.faults,
    state: options.state,
  });

  return (request, pathname) => {
    const isControl = pathname === controlPath || pathname.startsWith(`${controlPath}/`);
    if (pathname !== "/" && !isControl) return undefined;
    const isStart = pathname === "/" || pathname === controlPath || pathname === `${controlPath}/`;
    return isStart && ["GET", "HEAD"].includes(request.method) ? start(request) : operate(request);
  };

  async function operate(request: Incoming): Promise<Answered> {
    // There is no Request of this method.
    if (request.method === "TRACE") return refuseTrace;
    const response = await control(request.toRequest());
    if (response.status >= 400) request.notes.push((await response.clone().json()).detail);
    return response;
  }

  async function start(request: Incoming): Promise<Response> {
    const site = describeSite({ ...options, controlSample: options.state?.sample() }, request.url.origin);
    const vary = { Vary: "Accept" };
    return request.headers.get("accept")?.includes("text/html")
      ? new Response(`${startPage(site)}`, {
          headers: { ...vary, "Content-Type": "text/html; charset=utf-8", "Content-Security-Policy": policy },
        })
      : Response.json(site, { headers: vary });
  }
}

const refuseTrace = send({
  status: 405,
  body: { error: "method not allowed", detail: "TRACE does nothing here." },
  headers: { "Content-Type": "application/json" },
});

/** The page needs nothing but itself, its empty icon included, and shows no one else's text as code. */
const policy =
  "default-src 'none'; img-src data:; style-src 'unsafe-inline'; script-src 'unsafe-inline'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'";
