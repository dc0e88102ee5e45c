import { pack } from "./pack.ts";

/* Packs the package, unless that was done with the same sources, and prints the folder in which it is installed. */
const { folder } = await pack();
process.stdout.write(`${folder}\n`);
