import { lines } from '../text/lines.ts';
import { xmlDeclaration, xmlElement, xmlText } from '../text/xml.ts';

export type Plist = string | number | boolean | readonly Plist[] | { readonly [key: string]: Plist };

/** A property list in XML (Apple, PropertyList-1.0.dtd). Numbers are integers. */
export function plistXml(value: Plist): string {
  return lines(
    xmlDeclaration,
    '<!DOCTYPE plist PUBLIC "-//Apple//DTD PLIST 1.0//EN" "http://www.apple.com/DTDs/PropertyList-1.0.dtd">',
    '<plist version="1.0">',
    ...valueLines(value, 0),
    '</plist>',
  );
}

function valueLines(value: Plist, indent: number): readonly string[] {
  const blanks = ' '.repeat(indent);
  if (typeof value === 'string') return [xmlElement(indent, 'string', value)];
  if (typeof value === 'number') return [xmlElement(indent, 'integer', value)];
  if (typeof value === 'boolean') return [`${blanks}<${value}/>`];
  if (isList(value)) {
    return [`${blanks}<array>`, ...value.flatMap((one) => valueLines(one, indent + 2)), `${blanks}</array>`];
  }
  const entries = Object.entries(value).flatMap(([key, one]) => [
    `${blanks}  <key>${xmlText(key)}</key>`,
    ...valueLines(one, indent + 2),
  ]);
  return [`${blanks}<dict>`, ...entries, `${blanks}</dict>`];
}

function isList(value: Plist): value is readonly Plist[] {
  return Array.isArray(value);
}
