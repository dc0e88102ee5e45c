/** What follows a fresh name, by what is unusual about it. The page sets no limit to a name. */
export const oddEndings = {
  "unusual characters": ' Zürich, 100% "a&b" <c>+d',
  "characters of other scripts": " 東京 Ω 🏊",
  "two spaces in a row": "  b",
  "unusual length": "-long".repeat(200),
} as const;
