/** An element of XML with what stands in it. */
export type XmlElement = {
  /** Empty: it is in none. */
  namespace: string;
  /** Without its prefix. */
  name: string;
  /** Those in no namespace, by their names. */
  attributes: ReadonlyMap<string, string>;
  children: readonly XmlElement[];
  /** What stands in it directly, as text or CDATA. */
  text: string;
};

/** The children of that name. */
export const childrenOf = (parent: XmlElement, namespace: string, name: string): XmlElement[] =>
  parent.children.filter((child) => child.namespace === namespace && child.name === name);

/** The first child of that name; null: there is none, or no parent. */
export const childOf = (parent: XmlElement | null, namespace: string, name: string): XmlElement | null =>
  parent?.children.find((child) => child.namespace === namespace && child.name === name) ?? null;
