import { SaxesParser, type SaxesTagNS } from 'saxes';
import type { XmlElement } from './xmlElement.ts';

export type XmlErrorCode =
  /** It is not well-formed (XML 1.0; Namespaces in XML 1.0). */
  | 'malformed'
  /** It has a document type declaration, which no honest answer needs and attacks do. */
  | 'doctype'
  /** Elements are nested more deeply than in any honest answer. */
  | 'tooDeep'
  /** It is longer than any honest answer. */
  | 'tooLarge';

/** Text that is not read as XML; `line` is where that was seen, from 1. */
export class XmlError extends Error {
  override readonly name = 'XmlError';
  readonly code: XmlErrorCode;
  readonly line: number;

  constructor(code: XmlErrorCode, line: number) {
    super(`${code} (${line})`);
    this.code = code;
    this.line = line;
  }
}

const longestText = 1_048_576;
const deepest = 64;

type Growing = Omit<XmlElement, 'children'> & { children: Growing[] };

const toElement = ({ uri, local, attributes }: SaxesTagNS): Growing => ({
  ...{ namespace: uri, name: local, children: [], text: '' },
  attributes: new Map(
    Object.values(attributes)
      .filter((attribute) => attribute.uri === '')
      .map((attribute) => [attribute.local, attribute.value]),
  ),
});

/**
 * Reads XML 1.0 with namespaces into a tree, strictly: entities other than the five of XML itself do not exist.
 * Comments and processing instructions are left out. Throws XmlError.
 */
export const readXml = (xml: string): XmlElement => {
  if (xml.length > longestText) throw new XmlError('tooLarge', 1);
  const parser = new SaxesParser({ xmlns: true, defaultXMLVersion: '1.0', forceXMLVersion: true });
  const refuse = (code: XmlErrorCode): never => {
    throw new XmlError(code, parser.line);
  };
  const open: Growing[] = [];
  let root: Growing | null = null;
  const addText = (text: string): void => {
    const parent = open.at(-1);
    if (parent !== undefined) parent.text += text;
  };
  parser.on('error', () => refuse('malformed'));
  parser.on('doctype', () => refuse('doctype'));
  parser.on('text', addText);
  parser.on('cdata', addText);
  parser.on('closetag', () => void open.pop());
  parser.on('opentag', (tag) => {
    if (open.length >= deepest) refuse('tooDeep');
    const element = toElement(tag);
    open.at(-1)?.children.push(element);
    root ??= element;
    open.push(element);
  });
  parser.write(xml).close();
  return root ?? refuse('malformed');
};
