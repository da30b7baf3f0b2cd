import { err, ok, type Result } from '../../core/index.ts';

/** One `type=value` of a DN, its value without escapes. */
export interface NamePart {
  readonly type: string;
  readonly value: string;
}

/** A relative distinguished name: one part as a rule, more when joined with `+`. */
export type Rdn = readonly NamePart[];

const type = '[A-Za-z][A-Za-z0-9-]*|\\d+(?:\\.\\d+)+';
const partStart = new RegExp(` *(${type}) *= *`, 'y');

/**
 * Reads a distinguished name (RFC 4514), the leaf first. `#hex` values are kept as they are written.
 *
 * @returns the RDNs; none for the empty name; or what is wrong
 */
export function parseDn(text: string): Result<readonly Rdn[], string> {
  if (text.trim() === '') return ok([]);
  const rdns: NamePart[][] = [[]];
  for (let at = 0; ; ) {
    partStart.lastIndex = at;
    const start = partStart.exec(text);
    if (start === null) return err(`no attribute type at character ${at + 1}`);
    const value = readValue(text, partStart.lastIndex);
    if (!value.ok) return value;
    rdns.at(-1)?.push({ type: start[1] ?? '', value: value.value.text });
    at = value.value.end + 1;
    const separator = text[value.value.end];
    if (separator === undefined) return ok(rdns);
    if (separator === ',') rdns.push([]);
  }
}

/** The text of a DN, with what has a meaning in it escaped. */
export function formatDn(rdns: readonly Rdn[]): string {
  return rdns.map((rdn) => rdn.map(({ type, value }) => `${type}=${dnEscape(value)}`).join('+')).join(',');
}

/** A value inside a DN (RFC 4514 2.4). */
export function dnEscape(value: string): string {
  return value
    .replace(/[\\,+"<>;=]/g, '\\$&')
    .replace(/\0/g, '\\00')
    .replace(/^[ #]| $/g, '\\$&');
}

/** `corp.example` as `DC=corp,DC=example` (RFC 2247). */
export function domainDn(domain: string): string {
  const labels = domain.split('.').filter((label) => label !== '');
  return formatDn(labels.map((value) => [{ type: 'DC', value }]));
}

interface ReadValue {
  readonly text: string;
  readonly end: number;
}

/** A value up to an unescaped `,` or `+`, blanks around it dropped. */
function readValue(text: string, start: number): Result<ReadValue, string> {
  const pieces: string[] = [];
  /** The number of pieces that stay although they are blanks, because they were escaped. */
  let kept = 0;
  let at = start;
  while (at < text.length && text[at] !== ',' && text[at] !== '+') {
    const escaped = text[at] === '\\' ? readEscape(text, at) : null;
    if (escaped?.ok === false) return escaped;
    if (escaped === null && /["<>;\0]/.test(text.charAt(at)))
      return err(`a bare ${text.charAt(at)} at character ${at + 1}`);
    pieces.push(escaped?.value.text ?? text.charAt(at));
    at = escaped?.value.end ?? at + 1;
    if (escaped !== null || pieces.at(-1) !== ' ') kept = pieces.length;
  }
  return ok({ text: pieces.slice(0, kept).join(''), end: at });
}

/** `\,` and the like, or the octets of UTF-8 text as `\xx\xx`. */
function readEscape(text: string, at: number): Result<ReadValue, string> {
  const hex = /^(?:\\[0-9A-Fa-f]{2})+/.exec(text.slice(at))?.[0];
  if (hex !== undefined) {
    const decoded = Buffer.from(hex.replaceAll('\\', ''), 'hex').toString('utf8');
    if (decoded.includes('\ufffd')) return err(`no UTF-8 at character ${at + 1}`);
    return ok({ text: decoded, end: at + hex.length });
  }
  const char = text[at + 1];
  if (char === undefined || !' "#+,;<=>\\'.includes(char)) return err(`no escape at character ${at + 1}`);
  return ok({ text: char, end: at + 2 });
}
