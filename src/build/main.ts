import { build } from "./build.ts";

/* `npm run build`: the package's JavaScript in dist/. Exits with 1 if the sources do not fit their types. */
if (!(await build("dist"))) process.exitCode = 1;
