import { html, raw } from "hono/html";
import { printable } from "../printable.ts";
import { visibleText } from "./visible-text.ts";

/** HTML that is safe to put into a page. */
export type Markup = ReturnType<typeof raw>;

type Value = string | number | boolean | null | undefined | Markup | readonly Value[];

/**
 * A template of HTML. Whatever is put into it and is no markup itself is data: it is escaped, and its control
 * characters and bidirectional marks become visible. `false` and `undefined` leave nothing.
 */
export function markup(strings: TemplateStringsArray, ...values: readonly Value[]): Markup {
  return html(strings, ...values.map(shown)) as Markup;
}

/** Text of several lines, to stand in a `pre`. */
export function multiline(text: string): Markup {
  return html`${visibleText(text, printable)}` as Markup;
}

/** Our own style sheets, scripts and encoded data, which need no escaping. Never for what came from elsewhere. */
export function trusted(text: string): Markup {
  return raw(text);
}

function shown(value: Value): unknown {
  if (typeof value === "string") return isMarkup(value) ? value : printable(value);
  return isList(value) ? value.map(shown) : value;
}

/** Markup is a string object to the machine, though its type is that of a string. */
const isMarkup = (value: unknown): boolean => typeof value === "object";

const isList = (value: Value): value is readonly Value[] => Array.isArray(value);
