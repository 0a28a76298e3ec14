import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { escapeXml } from '../../../../electron/protocols/xml/escapeXml.ts';
import { readXml } from '../../../../electron/protocols/xml/readXml.ts';
import { childOf, childrenOf } from '../../../../electron/protocols/xml/xmlElement.ts';

const nested = (depth: number): string => '<a>'.repeat(depth) + '</a>'.repeat(depth);

describe('XML that is read', () => {
  it('is a tree by namespace and name, whatever the prefixes', () => {
    const root = readXml(
      '<?xml version="1.0"?><x:a xmlns:x="urn:1" xmlns="urn:2" k="v" x:k="w"><b>o<![CDATA[<n>]]>e</b><!-- no --><b/></x:a>',
    );
    expect(root).toMatchObject({ namespace: 'urn:1', name: 'a', attributes: new Map([['k', 'v']]) });
    expect(childrenOf(root, 'urn:2', 'b').map(({ text }) => text)).toEqual(['o<n>e', '']);
    expect(childOf(root, 'urn:1', 'b')).toBeNull();
    expect(childOf(null, 'urn:2', 'b')).toBeNull();
  });

  it('knows the entities of XML itself, and characters by number', () => {
    expect(readXml('<a>&lt;&#228;&#x1F600;&amp;</a>').text).toBe('<ä😀&');
  });

  it.each([
    ['malformed', ''],
    ['malformed', 'text'],
    ['malformed', '<a>'],
    ['malformed', '<a></b>'],
    ['malformed', '<a/><b/>'],
    ['malformed', '<a>&nbsp;</a>'],
    ['malformed', '<x:a/>'],
    ['malformed', '<a b="1" b="2"/>'],
    ['malformed', '<a>\u0001</a>'],
    ['malformed', '<br>'],
    ['doctype', '<!DOCTYPE a><a/>'],
    ['doctype', '<!DOCTYPE a [<!ENTITY b SYSTEM "file:///etc/passwd">]><a>&b;</a>'],
    ['tooDeep', nested(65)],
    ['tooLarge', `<a>${' '.repeat(1_048_576)}</a>`],
  ])('is refused as %s: %j', (code, xml) => {
    expect(() => readXml(xml)).toThrow(expect.objectContaining({ name: 'XmlError', code }));
  });

  it('may be deep, within reason', () => {
    expect(readXml(nested(64))).toMatchObject({ name: 'a' });
  });

  it('fails in no other way', () => {
    const pieces = fc.constantFrom(
      '<a>',
      '</a>',
      '<a',
      '/>',
      '&',
      ';',
      '<![CDATA[',
      ']]>',
      '<!--',
      '<?',
      'x="',
    );
    fc.assert(
      fc.property(fc.array(fc.oneof(pieces, fc.string({ unit: 'binary' }))), (parts) => {
        try {
          readXml(`<a>${parts.join('')}</a>`);
        } catch (error) {
          expect(error).toMatchObject({ name: 'XmlError' });
        }
      }),
    );
  });
});

describe('text that is written', () => {
  it('comes back as it was, in an element and in an attribute', () => {
    const writable = fc.string({ unit: 'grapheme' });
    fc.assert(
      fc.property(fc.oneof(writable, fc.string({ unit: fc.constantFrom(...'&<>"\'\r\n\t ]') })), (text) => {
        const { text: inside, attributes } = readXml(`<a b="${escapeXml(text)}">${escapeXml(text)}</a>`);
        expect([inside, attributes.get('b')]).toEqual([text, text]);
      }),
    );
  });

  it('is always readable', () => {
    const anything = fc.string({ unit: 'binary' });
    fc.assert(fc.property(anything, (text) => void readXml(`<a>${escapeXml(text)}</a>`)));
    expect(escapeXml('a\u0000b\ud800')).toBe('a\ufffdb\ufffd');
  });
});
