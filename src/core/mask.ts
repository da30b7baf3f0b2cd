const alphabet = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/';

/** Secrets of fewer characters cannot be told from ordinary text. */
const shortest = 4;

/** Characters. Directories store 256; of far longer ones the regular expression could not be made any more. */
export const longestSecret = 1_000;

/**
 * What finds a secret in text that a server sent: as it is, percent-encoded, in hex, in base64 (also in the middle of
 * something longer, as in SASL PLAIN), and the last two of its UTF-16 form as well. Null when the secret is too short,
 * or too long to be sent to anybody.
 */
export function secretPattern(secret: string): RegExp | null {
  if (secret.length < shortest || secret.length > longestSecret) return null;
  const octets = new TextEncoder().encode(secret);
  const encodings = [octets, utf16(secret, 0), utf16(secret, 1)];
  const forms = [
    [...secret].map(literalOrPercent).join(''),
    // UTF-8 that was read as Latin-1 on its way.
    [...octets].map((octet) => escapeRegExp(String.fromCharCode(octet))).join(''),
    [...secret].map(escapeRegExp).join('\\u0000'),
    ...encodings.map((bytes) => [...bytes].map(hexOctet).join('')),
    ...encodings.flatMap((bytes) => [0, 1, 2].map((alignment) => base64Form(bytes, alignment))),
  ];
  return new RegExp(forms.join('|'), 'gu');
}

function literalOrPercent(char: string): string {
  const octets = [...new TextEncoder().encode(char)].map((octet) => `%${hexOctet(octet)}`).join('');
  // Of what a server writes in Latin-1, only a replacement character is left beyond ASCII. Exactly one: alternatives that
  // can divide a text among them in several ways would let a server choose how long the search takes.
  const others = char === ' ' ? '|\\+' : char > '\u007f' ? '|\ufffd' : '';
  return `(?:${escapeRegExp(char)}|${octets}${others})`;
}

function escapeRegExp(char: string): string {
  return char.replace(/[\\^$.*+?()[\]{}|/]/gu, '\\$&');
}

function hexOctet(octet: number): string {
  const digits = octet.toString(16).padStart(2, '0');
  return digits.replace(/[a-f]/g, (letter) => `[${letter}${letter.toUpperCase()}]`);
}

/** The characters that depend on the secret alone when `alignment` octets stand before it, and one on either side. */
function base64Form(bytes: Uint8Array, alignment: number): string {
  const from = Math.ceil((alignment * 8) / 6);
  const to = Math.floor(((alignment + bytes.length) * 8) / 6);
  const padded = [...new Array<number>(alignment).fill(0), ...bytes];
  const inner = Array.from({ length: to - from }, (_, i) => alphabet.charAt(sextet(padded, from + i)));
  const either = inner.map((char) => ({ '+': '[+\\-]', '/': '[\\/_]' })[char] ?? char);
  return `[\\w+\\/\\-]?${either.join('')}[\\w+\\/\\-]?={0,2}`;
}

function sextet(bytes: readonly number[], index: number): number {
  const bit = index * 6;
  const at = bit >> 3;
  const pair = ((bytes[at] ?? 0) << 8) | (bytes[at + 1] ?? 0);
  return (pair >> (10 - (bit & 7))) & 0x3f;
}

/** UTF-16 octets; `high` is the place of the high octet: 1 for little-endian, 0 for big-endian. */
function utf16(text: string, high: 0 | 1): Uint8Array {
  const bytes = new Uint8Array(text.length * 2);
  for (let i = 0; i < text.length; i += 1) {
    bytes[2 * i + high] = text.charCodeAt(i) >> 8;
    bytes[2 * i + 1 - high] = text.charCodeAt(i) & 0xff;
  }
  return bytes;
}
