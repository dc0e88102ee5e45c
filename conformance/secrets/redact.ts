import { defaultTokenVariables, type Target } from "../kit/target.ts";
import { createSecretIndex, type Spot, shortestUnmistakable } from "./secret-index.ts";
import { unescapeText } from "./unescape-text.ts";

/** A text that no output may hold, and the name that stands for it there. */
export type Secret = readonly [placeholder: string, value: string];

/** Takes secrets out of texts, those that it is told later as well. */
export interface Redactor {
  readonly add: (secret: Secret) => void;
  readonly redact: (text: string) => string;
}

/** No text is wrapped more often than this. */
const mostLayers = 4;

/** The tokens of a target, each under the variable that it comes from. */
export function secretsOf(target: Target): Secret[] {
  const { token, otherToken = "", limitedToken = "", tokenVariables = defaultTokenVariables } = target;
  return [
    [`$${tokenVariables.token}`, token],
    [`$${tokenVariables.otherToken}`, otherToken],
    [`$${tokenVariables.limitedToken}`, limitedToken],
  ];
}

/** Makes a function that takes secrets out of a text. */
export function createRedactor(secrets: readonly Secret[]): (text: string) => string {
  return openRedactor(secrets).redact;
}

/**
 * Finds secrets in any case, in Base64, and however often they were escaped for URLs, JSON, HTML or shells. Short ones
 * count only where they stand alone, as they are.
 */
export function openRedactor(secrets: readonly Secret[]): Redactor {
  const index = createSecretIndex();
  const short: Secret[] = [];

  const add = ([placeholder, value]: Secret, inOtherCases: readonly string[] = []) => {
    if (value === "") return;
    if (value.length < shortestUnmistakable) short.push([placeholder, value]);
    else for (const form of [...formsOf(value), ...inOtherCases.flatMap(base64Forms)]) index.add(form, placeholder);
  };
  // Tokens are also sent in another case, to see that they are refused.
  for (const secret of secrets) add(secret, [secret[1].toLowerCase(), secret[1].toUpperCase()]);

  const find = (text: string) => [...index.find(text), ...short.flatMap((secret) => findAlone(secret, text))];

  return {
    add: (secret) => add(secret),
    redact: (text) => {
      const spots = find(text);
      let layer = unescapeText(text);
      let sourceOf = (place: number) => place;
      for (let depth = 1; layer && depth < mostLayers; depth += 1) {
        const [inner, outer] = [layer.sourceOf, sourceOf];
        sourceOf = (place) => outer(inner(place));
        for (const { start, end, placeholder } of find(layer.text))
          spots.push({ start: sourceOf(start), end: sourceOf(end), placeholder });
        layer = unescapeText(layer.text);
      }
      return spots.length === 0 ? text : replace(text, spots);
    },
  };
}

/** What overlaps is one secret, whose name is that of the one that begins first. */
function replace(text: string, spots: readonly Spot[]): string {
  // Joined at the end: a text made piece by piece would keep every piece in memory.
  const pieces: string[] = [];
  let end = 0;
  for (const spot of spots.toSorted((a, b) => a.start - b.start || b.end - a.end)) {
    if (spot.start >= end) pieces.push(text.slice(end, spot.start), spot.placeholder);
    end = Math.max(end, spot.end);
  }
  return [...pieces, text.slice(end)].join("");
}

function findAlone([placeholder, value]: Secret, text: string): Spot[] {
  const spots: Spot[] = [];
  for (let start = text.indexOf(value); start !== -1; start = text.indexOf(value, start + 1)) {
    const end = start + value.length;
    const isAlone = !/[\w-]/.test(text[start - 1] ?? "") && !/[\w-]/.test(text[end] ?? "");
    if (isAlone) spots.push({ start, end, placeholder });
  }
  return spots;
}

/** Beside the plain one: what is left if a secret is itself taken for something escaped, and Base64. */
function formsOf(value: string): string[] {
  const forms = [value, encodeURIComponent(value.toWellFormed())];
  for (let layer = unescapeText(value); layer && forms.length < mostLayers; layer = unescapeText(layer.text))
    forms.push(layer.text);
  return [...forms, ...base64Forms(value)];
}

/** As it stands in the Base64 of something longer too, wherever in that it begins; and as URLs have it. */
function base64Forms(value: string): string[] {
  const bytes = Buffer.from(value);
  return [0, 1, 2].flatMap((before) => {
    const base64 = Buffer.concat([Buffer.alloc(before), bytes]).toString("base64");
    const whole = base64.replace(/=+$/, "");
    // The first and the last character can hold bits of what stands beside.
    const inner = base64.slice(Math.ceil((before * 8) / 6), Math.floor(((before + bytes.length) * 8) / 6));
    return [...(before === 0 ? [whole] : []), inner].flatMap((form) => [
      form,
      form.replaceAll("+", "-").replaceAll("/", "_"),
    ]);
  });
}
