import { type Markup, markup, trusted } from "../report/html/markup.ts";

/** A heading that is a link to itself, so that its place can be handed on. */
export function linkedHeading(depth: number, id: string, title: string | Markup): Markup {
  const element = trusted(`h${depth}`);
  return markup`<${element} id="${id}"><a href="#${id}">${title}</a></${element}>`;
}
