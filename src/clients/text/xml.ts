const references: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};

/** Text for an element or an attribute of XML 1.0 or HTML, in which it can end neither. */
export function xmlText(text: string): string {
  return text.replace(/[&<>"']/g, (char) => references[char] ?? char);
}

export const xmlDeclaration = '<?xml version="1.0" encoding="UTF-8"?>';

/** `<name>text</name>` on a line of its own. */
export function xmlElement(indent: number, name: string, text: string | number): string {
  return `${' '.repeat(indent)}<${name}>${xmlText(String(text))}</${name}>`;
}
