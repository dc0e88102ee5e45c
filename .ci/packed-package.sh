#!/usr/bin/env bash
# The package as its users get it: packed with its types checked, fetched by npx and installed with what it depends on
# from the registry, each into an empty folder; then run, imported and compiled against. Needs `npm ci` before.
set -euo pipefail
root="$(cd "$(dirname "$0")/.." && pwd)"
folder="$(mktemp -d)"
trap 'rm -rf "$folder" "$root/dist"' EXIT
export SCARF_ANALYTICS=false DO_NOT_TRACK=1 NO_COLOR=1
# The Node that the package asks for, whatever else is installed here.
export PATH="$root/node_modules/.bin:$PATH"

say() { echo "── package: $*"; }

cd "$root"
say "npm pack"
tarball="$folder/$(npm pack --silent --pack-destination "$folder" | tail -n 1)"
version="$(node -p 'JSON.parse(fs.readFileSync("package.json", "utf8")).version')"

say "npx in an empty folder"
mkdir "$folder/empty"
cd "$folder/empty"
[ "$(npx --yes --package="$tarball" poolproof --version)" = "$version" ]
npx --yes --package="$tarball" poolproof run pulumi > "$folder/run.txt"
grep -w conforms "$folder/run.txt"
[ -z "$(ls -A)" ]

say "npm install in an empty folder"
mkdir "$folder/consumer"
cd "$folder/consumer"
echo '{ "type": "module", "private": true }' > package.json
npm install --silent --no-fund --no-audit "$tarball" typescript@5.9.3 @types/node@24
[ ! -e node_modules/vitest ] && [ ! -e node_modules/@redocly ]
[ "$(npx --no-install poolproof --version)" = "$version" ]

say "types and run time of a consumer"
cat > tsconfig.json << 'JSON'
{ "compilerOptions": { "module": "nodenext", "target": "es2024", "lib": ["es2024"], "types": ["node"], "strict": true, "noEmit": true }, "files": ["mine.ts"] }
JSON
cat > mine.ts << 'TS'
import { createMock, createReferenceHandler, referenceData, runConformance, type Report } from "poolproof";
import { ClientError, createTerraformClient } from "poolproof/terraform";

const { tokens, fixtures, organization } = referenceData.terraform;
const fetch = await createReferenceHandler(["terraform"]);
const url = "http://in-process.test/api/v2";
const only = ["terraform/listAgentPools/"];
const report: Report = await runConformance({ api: "terraform", url, fetch, organization, ...tokens, fixtures, only });

const mock = await createMock({ apis: ["terraform"] });
const client = createTerraformClient({ baseUrl: mock.baseUrls.terraform ?? "", token: "fake-token" });
const { data, error } = await client.GET("/agent-pools/{agent_pool_id}", { params: { path: { agent_pool_id: "apool-1" } } });
if (error instanceof ClientError) throw error;
await mock.close();
console.log(report.conclusion, data?.data.type);
TS
npx --no-install tsc
[ "$(node mine.ts)" = "conforms agent-pools" ]
say "works"
