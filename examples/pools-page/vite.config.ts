import { existsSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { msw } from "msw/vite";
import { defineConfig } from "vite";

// Inside Poolproof's repository its sources stand for the package; a copy of this folder uses the one installed.
const repository = fileURLToPath(new URL("../..", import.meta.url));
const entries = `${repository}src/exports/`;
const inRepository = {
  alias: [
    { find: /^poolproof\/msw$/, replacement: `${entries}msw-browser.ts` },
    { find: /^poolproof\/(.+)$/, replacement: `${entries}$1.ts` },
  ],
  allow: [repository],
};
const { alias, allow } = existsSync(`${entries}terraform.ts`) ? inRepository : { alias: [], allow: ["."] };

// biome-ignore lint/style/noDefaultExport: Vite asks for it.
export default defineConfig(({ mode }) => ({
  root: fileURLToPath(new URL(".", import.meta.url)),
  plugins: mode === "msw" ? [msw({ mode: "worker-only" })] : [],
  resolve: { alias },
  server: { fs: { allow } },
  // Modules wait at their top for the service worker.
  build: { target: "es2022" },
}));
