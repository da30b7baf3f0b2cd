import { fieldsOf, headOf } from '../message.ts';
import type { HeldMessage } from './mailbox.ts';
import { ImapSyntaxError, type Word } from './words.ts';

/** What FETCH answers about one message (RFC 9051 6.4.5). Throws ImapSyntaxError for items that are not known here. */
export function fetched(message: HeldMessage, place: number, items: readonly Word[], byUid: boolean): string {
  const names = items.flatMap((item) => (typeof item === 'string' ? expanded(item) : []));
  const wanted = byUid && !names.includes('UID') ? ['UID', ...names] : names;
  return `* ${place} FETCH (${wanted.map((item) => itemOf(message, item)).join(' ')})\r\n`;
}

function expanded(item: string): string[] {
  const name = item.toUpperCase();
  return name === 'FAST' ? ['FLAGS', 'INTERNALDATE', 'RFC822.SIZE'] : [name];
}

function itemOf(message: HeldMessage, item: string): string {
  const { uid, arrived, raw } = message;
  switch (item) {
    case 'UID':
      return `UID ${uid}`;
    case 'FLAGS':
      return 'FLAGS ()';
    case 'INTERNALDATE':
      return `INTERNALDATE "${internalDate(arrived)}"`;
    case 'RFC822.SIZE':
      return `RFC822.SIZE ${raw.length}`;
    default:
      return bodyOf(raw, item);
  }
}

/** `BODY[section]<from.length>`; nothing is marked as seen here, so that `PEEK` changes nothing. */
function bodyOf(raw: Buffer, item: string): string {
  const [, section, from, length] = /^BODY(?:\.PEEK)?\[([^\]]*)\](?:<(\d{1,9})\.(\d{1,9})>)?$/.exec(item) ?? [];
  if (section === undefined) throw new ImapSyntaxError('no such item');
  const whole = sectionOf(raw, section);
  const part = from === undefined ? whole : whole.slice(Number(from), Number(from) + Number(length));
  return `BODY[${section}]${from === undefined ? '' : `<${Number(from)}>`} {${part.length}}\r\n${part}`;
}

function sectionOf(raw: Buffer, section: string): string {
  const head = headOf(raw);
  if (section === '') return raw.toString('latin1');
  if (section === 'HEADER') return head;
  if (section === 'TEXT') return raw.toString('latin1').slice(head.length);
  const [, names] = /^HEADER\.FIELDS \(([^()]*)\)$/.exec(section) ?? [];
  if (names === undefined) throw new ImapSyntaxError('no such section');
  const wanted = names.split(' ');
  const fields = fieldsOf(head).filter(({ name }) => wanted.includes(name.toUpperCase()));
  return [...fields.map((field) => field.raw), '', ''].join('\r\n');
}

/** RFC 9051 9: `24-Nov-2026 17:00:00 +0000`. */
function internalDate(date: Date): string {
  const [, day, month, year, time] = date.toUTCString().split(' ');
  return `${day}-${month}-${year} ${time} +0000`;
}
