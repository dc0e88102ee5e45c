import { gzipSync } from "node:zlib";
import { expect, test } from "vitest";
import { findLeaks } from "./find-leaks.ts";

const pack = gzipSync('[{"a":"Canary-1\\"2"}]').toString("base64");

test.each([
  { given: 'it is Canary-1"2.', where: "as it is" },
  { given: 'it is cANARY-1"2.', where: "in another case" },
  { given: JSON.stringify(JSON.stringify('Canary-1"2')), where: "in JSON within JSON" },
  { given: "?a=%43anary-1%222", where: "in a URL" },
  { given: "<p>Canary-1&quot;2", where: "in HTML" },
  { given: "<p>Canary-1&amp;#34;2", where: "in HTML within HTML" },
  { given: Buffer.from('Basic user:Canary-1"2').toString("base64"), where: "in Base64" },
  { given: `<script type="text/plain" id="pack-0">${pack}</script>`, where: "packed" },
])("makes out a word $where", ({ given }) => {
  expect(findLeaks(given, ['canary-1"2', "canary-other"])).toEqual(['canary-1"2']);
});

test("makes out nothing in what is clean", () => {
  expect(findLeaks('{"a":"$POOLPROOF_TOKEN canary %25 \\u0041"}', ["Canary-1"])).toEqual([]);
});
