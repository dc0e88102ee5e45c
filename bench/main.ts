/*
 * `npm run bench`: each benchmark prints ratios within one run. With names (contract, startup, run, mock, html-report) only those.
 */
const names = ["contract", "startup", "run", "mock", "html-report"] as const;
const wanted = process.argv.slice(2);
const unknown = wanted.find((word) => !names.some((name) => name === word));
if (unknown !== undefined) {
  process.stderr.write(`There is no benchmark ${JSON.stringify(unknown)}; there are ${names.join(", ")}.\n`);
  process.exit(2);
}
for (const name of names) {
  if (wanted.length > 0 && !wanted.includes(name)) continue;
  process.stdout.write(`\n${name}\n`);
  await import(`./${name}.ts`);
}
