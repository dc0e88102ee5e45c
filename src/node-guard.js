// Loaded before everything else, and in plain JavaScript, so that it runs on the Node that must be refused.
const oldest = 24;
const isInstalled = import.meta.url.includes("/node_modules/");
const remedy = isInstalled
  ? "Install a newer one (https://nodejs.org), or have npm fetch one for this once:\n" +
    `npx --package=node@${oldest} --package=poolproof poolproof …\n`
  : "Run it through npm (`npm run …`), which uses the Node that `npm ci` installs in node_modules;\n" +
    "if that one is missing, `npm ci` was run with --ignore-scripts: run it again without.\n";
if (Number(process.versions.node.split(".")[0]) < oldest) {
  process.stderr.write(
    `poolproof: this is Node ${process.versions.node}, and ${oldest} or later is needed.\n${remedy}`,
  );
  process.exit(2);
}
