/**
 * The part of the page that a selector finds; the page's markup is our own, so that it is there.
 * @throws {Error} if it is not
 */
export function part<Kind extends Element = HTMLElement>(selector: string, within: ParentNode = document): Kind {
  const found = within.querySelector<Kind>(selector);
  if (!found) throw new Error(`the page has no ${selector}`);
  return found;
}

/** A copy of the element that a template holds. */
export function copyOf(template: string): HTMLElement {
  return part<HTMLTemplateElement>(template).content.firstElementChild?.cloneNode(true) as HTMLElement;
}
