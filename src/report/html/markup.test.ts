import { expect, test } from "vitest";
import { markup, multiline, trusted } from "./markup.ts";

test.each([
  { title: "escapes text", given: markup`<p>${`<b>&"'`}</p>`, want: "<p>&lt;b&gt;&amp;&quot;&#39;</p>" },
  { title: "escapes within lists", given: markup`${["<", [">"]]}`, want: "&lt;&gt;" },
  { title: "leaves markup as it is", given: markup`<p>${markup`<b>${"<"}</b>`}</p>`, want: "<p><b>&lt;</b></p>" },
  { title: "leaves nothing for what is absent", given: markup`<p>${undefined}${false}${[null]}</p>`, want: "<p></p>" },
  { title: "shows zero", given: markup`<p>${0}</p>`, want: "<p>0</p>" },
  { title: "makes control characters visible", given: markup`${"a\u001b\nb\u202e"}`, want: "a\\u001b\\u000ab\\u202e" },
  { title: "keeps lines and tabs where there are lines", given: multiline("<\n\t\u0000"), want: "&lt;\n\t\\u0000" },
  { title: "trusts what is ours", given: markup`${trusted("<i>")}`, want: "<i>" },
])("$title", ({ given, want }) => {
  expect(given.toString()).toBe(want);
});
