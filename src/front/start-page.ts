import { html, raw } from "hono/html";
import type { SiteApi, SiteMap, SiteRoute } from "./site-map.ts";

type Html = ReturnType<typeof html>;

/** The start page of a mock: routes, curl lines to copy, the token, the control API. Loads nothing from anywhere. */
export function startPage(site: SiteMap): Html {
  const title = `Poolproof: ${site.kind} mock`;
  return html`<!doctype html>
<html lang="en">
  <head>
    <meta charset="utf-8" />
    <meta name="viewport" content="width=device-width, initial-scale=1" />
    <meta name="color-scheme" content="light dark" />
    <link rel="icon" href="data:," />
    <title>${title}</title>
    <style>${raw(style)}</style>
  </head>
  <body>
    <header>
      <h1>${title}</h1>
      <p>${kinds[site.kind]} Token: <code>${site.token}</code></p>
      <nav aria-label="On this page">
        ${site.apis.map(({ id, title: name }) => html`<a href="#${id}">${name}</a> `)}
        <a href="#faults">Faults on demand</a> <a href="#control">Control API</a>
      </nav>
    </header>
    <main>
      ${site.apis.map(apiSection)}
      <section aria-labelledby="faults">
        <h2 id="faults">Faults on demand</h2>
        <p>A request chooses its answer by a header.</p>
        <dl>${site.preferences.map(({ header, does }) => html`<dt><code>${header}</code></dt><dd>${does}</dd>`)}</dl>
      </section>
      <section aria-labelledby="control">
        <h2 id="control">Control API</h2>
        <p>Takes and answers JSON, also from pages of other origins, and needs no token.</p>
        ${routeList(site.control)}
      </section>
    </main>
    <p id="said" role="status"></p>
    <script>${raw(script)}</script>
  </body>
</html>`;
}

const kinds = {
  static: "Answers the documented examples and keeps nothing. Any token will do.",
  stateful: "What is created stays, is listed, changed and deleted.",
} as const satisfies Record<SiteMap["kind"], string>;

function apiSection({ id, title, baseUrl, routes }: SiteApi): Html {
  return html`<section aria-labelledby="${id}">
        <h2 id="${id}">${title}</h2>
        <p>Base URL: <code>${baseUrl}</code></p>
        ${routeList(routes)}
      </section>`;
}

function routeList(routes: readonly SiteRoute[]): Html {
  return html`<ul>${routes.map(
    ({ method, path, does, curl }) => html`
          <li>
            <h3><span class="method">${method}</span> <code>${path}</code></h3>
            <p>${does}</p>
            <div class="line"><pre tabindex="0" aria-label="curl line for ${method} ${path}"><code>${curl}</code></pre>
            <button type="button" aria-label="Copy the curl line for ${method} ${path}">Copy</button></div>
          </li>`,
  )}</ul>`;
}

const style = `
:root { --ink: #1b1f24; --paper: #ffffff; --soft: #f3f4f6; --line: #d0d4da; --accent: #0b57d0; }
@media (prefers-color-scheme: dark) { :root { --ink: #e6e8eb; --paper: #14171b; --soft: #1f242b; --line: #3a424d; --accent: #8ab4f8; } }
* { box-sizing: border-box; }
body { margin: 0 auto; padding: 1.5rem 1rem 4rem; max-width: 60rem; font: 1rem/1.5 system-ui, sans-serif; color: var(--ink); background: var(--paper); }
h1 { font-size: 1.6rem; margin: 0; } h2 { font-size: 1.25rem; margin: 2.5rem 0 0.25rem; } h3 { font-size: 1rem; margin: 0; overflow-wrap: anywhere; }
p { margin: 0.25rem 0; overflow-wrap: anywhere; } a { color: var(--accent); } nav a { display: inline-block; margin-right: 0.75rem; padding: 0.25rem 0; }
ul { list-style: none; padding: 0; margin: 0; } li { padding: 0.75rem 0; border-top: 1px solid var(--line); }
code, pre { font-family: ui-monospace, monospace; font-size: 0.9em; } .method { font-weight: 700; }
.line { display: flex; gap: 0.5rem; align-items: flex-start; } pre { flex: 1; min-width: 0; margin: 0; padding: 0.5rem; overflow-x: auto; background: var(--soft); border-radius: 4px; }
button { font: inherit; padding: 0.3rem 0.8rem; color: var(--ink); background: var(--paper); border: 1px solid var(--ink); border-radius: 4px; cursor: pointer; }
:focus-visible { outline: 2px solid var(--accent); outline-offset: 2px; } dt { font-weight: 700; margin-top: 0.5rem; } dd { margin: 0; }
#said { position: fixed; bottom: 0; right: 1rem; background: var(--paper); }
`;

// Where there is no clipboard (pages without TLS on another machine), the line is selected for the reader to copy.
const script = `
document.addEventListener("click", async ({ target }) => {
  if (!(target instanceof HTMLButtonElement)) return;
  const line = target.parentElement.querySelector("code");
  const said = document.getElementById("said");
  try {
    await navigator.clipboard.writeText(line.textContent);
    said.textContent = "Copied.";
  } catch {
    getSelection().selectAllChildren(line);
    said.textContent = "Selected: copy it with your keyboard.";
  }
});
`;
