import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readXml, type XmlElement } from '../../../src/discovery/xml/read-xml.ts';

const pieces = fc.constantFrom(
  ...['<a>', '</a>', '<b x="1">', '</b>', '<c/>', '<', '>', '&', '&amp;', '&bomb;', '&#0;', '&#x10ffff;', '"', "'"],
  ...[
    '<!DOCTYPE a>',
    '<!ENTITY a "b">',
    '<![CDATA[',
    ']]>',
    '<!--',
    '-->',
    '<?xml version="1.0"?>',
    '<?x',
    '?>',
    'xmlns:p="u"',
  ],
  ...['<p:a>', '<__proto__>', '<a __proto__="1">', '<constructor>', '\0', '\ud800', '\ufeff', 'text'],
);
const markup = fc.array(pieces, { maxLength: 200 }).map((parts) => parts.join(''));

function levels(element: XmlElement): number {
  return 1 + Math.max(0, ...element.children.map(levels));
}

describe('the XML reader', () => {
  it('never throws, whatever it reads', () => {
    fc.assert(fc.property(fc.oneof(markup, fc.string({ unit: 'binary' })), (text) => void readXml(text)));
  });

  it('returns documents that are bounded, or the line that is to blame', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 60 }), fc.integer({ min: 1, max: 6_000 }), (depth, width) => {
        const text = `${'<a>'.repeat(depth)}${'<b/>\n'.repeat(width)}${'</a>'.repeat(depth)}`;
        const read = readXml(text);
        if (read.ok) expect(levels(read.value)).toBeLessThanOrEqual(32);
        else expect(read.error.line).toBeLessThanOrEqual(width + 1);
      }),
      { numRuns: 30 },
    );
  });

  it('reads back what was written', () => {
    const content = fc
      .string({ unit: 'grapheme', maxLength: 100 })
      .map((text) => text.replace(/[\0-\x1f\x7f-\x9f]/g, '').trim());
    fc.assert(
      fc.property(content, (text) => {
        const escaped = text.replace(/[&<>"]/g, (char) => `&#${char.charCodeAt(0)};`);
        const read = readXml(`<a x="${escaped}">${escaped}</a>`);
        expect(read.ok && [read.value.text, read.value.attributes.get('x')]).toEqual([text, text]);
      }),
    );
  });

  it('knows elements by their local names, whatever prefix they have', () => {
    const read = readXml('<p:a xmlns:p="urn:x" xmlns="urn:y"><b>1</b></p:a>');
    expect(read.ok && [read.value.name, read.value.namespace, read.value.children[0]?.namespace]).toEqual([
      'a',
      'urn:x',
      'urn:y',
    ]);
  });

  it('takes an element called __proto__ for an element, and leaves out such an attribute', () => {
    const read = readXml('<a __proto__="1"><__proto__>2</__proto__></a>');
    expect(read.ok && [read.value.attributes.get('__proto__'), read.value.children[0]?.text]).toEqual([undefined, '2']);
    expect(Object.getPrototypeOf({})).toBe(Object.prototype);
  });

  it('reads no text that is longer than a setting', () => {
    expect(readXml(`<a>\n${'x'.repeat(5_000)}</a>`)).toMatchObject({ ok: false, error: { line: 2 } });
    expect(readXml(`<a>${'<![CDATA[xxxxxxxxxx]]>'.repeat(500)}</a>`).ok).toBe(false);
  });
});
