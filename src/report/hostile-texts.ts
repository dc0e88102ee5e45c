/** What a server may put into its answers to break out of a report. */
export const hostileTexts = {
  markup: `<script>alert("1")</script><img src=x onerror='alert(2)'></code></details></summary><!--`,
  cdata: "]]><failure/><![CDATA[ &amp; &#0; <?xml?>",
  terminal: "\u001b[31mred\u001b[0m \u001b]8;;http://elsewhere.example\u0007link\u001b]8;;\u0007 \u009b2J \u202eeman",
  forbidden: "nul \u0000 half \ud800 other half \udc00 none \uffff \ufffe bell \u0007",
  markdown:
    "a | b \\| c ``` `code` ~~~ **bold** [link](javascript:alert(1)) @someone #1 $x$ :smile: www.elsewhere.example",
  lines: "first\nsecond\r\n\n| third |\n```\n# fourth\n</details>\u2028fifth",
  long: `${"long text ".repeat(2_000)}\u{1f600}end`,
} as const satisfies Readonly<Record<string, string>>;
