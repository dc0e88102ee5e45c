import { create } from "xmlbuilder2";

/** An element of XML, as tests look at it. */
export interface XmlElement {
  readonly name: string;
  readonly attributes: Readonly<Record<string, string>>;
  readonly children: readonly XmlElement[];
  readonly text: string;
}

/** Reads XML back. */
export function parseXml(text: string): XmlElement {
  return elementOf(create(text).root().node as unknown as Element);
}

function elementOf(node: Element): XmlElement {
  const children = [...node.childNodes].filter((child) => child.nodeType === 1);
  return {
    name: node.nodeName,
    attributes: Object.fromEntries([...node.attributes].map(({ name, value }) => [name, value])),
    children: children.map((child) => elementOf(child as Element)),
    text: node.textContent ?? "",
  };
}

/** All elements within an element, in the order of the document. */
export function descendants({ children }: XmlElement): readonly XmlElement[] {
  return children.flatMap((child) => [child, ...descendants(child)]);
}
