import { type Field, fieldsOf, textIn } from './headers.ts';

/** One body part of a multipart message (RFC 2046 5.1). Untrusted. */
export interface Part {
  /** Lower case, without parameters. */
  readonly type: string;
  readonly body: string;
}

const mostParts = 20;

/** The parts of a message, one level deep; none when it has none. A cut source gives what is there. */
export function partsOf(source: string, fields: readonly Field[]): Part[] {
  const boundary = parameter(textIn(fields, 'content-type'), 'boundary');
  if (boundary === null) return [];
  const [, ...pieces] = `\n${bodyOf(source)}`.split(`\n--${boundary}`);
  const end = pieces.findIndex((piece) => piece.startsWith('--'));
  return pieces
    .slice(0, end < 0 ? mostParts : Math.min(end, mostParts))
    .map((piece) => partOf(piece.replace(/^[ \t]*\r?\n/, '')));
}

function partOf(text: string): Part {
  // A part without a head begins with the empty line.
  const head = /^\r?\n/.test(text) ? [] : fieldsOf(text);
  const encoding = textIn(head, 'content-transfer-encoding').toLowerCase();
  const body = head.length === 0 ? text : bodyOf(text);
  return { type: typeOf(head), body: decoded(body, encoding) };
}

/** The media type of a head; `text/plain` when it tells none. */
export function typeOf(fields: readonly Field[]): string {
  return /^[^\s;]+/.exec(textIn(fields, 'content-type'))?.[0].toLowerCase() ?? 'text/plain';
}

function bodyOf(text: string): string {
  const empty = /\r?\n\r?\n/.exec(text);
  return empty === null ? '' : text.slice(empty.index + empty[0].length);
}

/** RFC 2045 5.1: a token or a quoted string. */
function parameter(value: string, name: string): string | null {
  const found = new RegExp(`;\\s*${name}\\s*=\\s*(?:"([^"]{1,200})"|([^\\s;"]{1,200}))`, 'i').exec(value);
  return found?.[1] ?? found?.[2] ?? null;
}

function decoded(body: string, encoding: string): string {
  if (encoding === 'base64') return Buffer.from(body, 'base64').toString('utf8');
  if (encoding !== 'quoted-printable') return body;
  const octets = body
    .replace(/=[ \t]*\r?\n/g, '')
    .replace(/=([0-9A-F]{2})/gi, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16)));
  return Buffer.from(octets, 'latin1').toString('utf8');
}
