import { randomInt } from 'node:crypto';

/** A message that has arrived where the lab ends. */
export interface StoredMessage {
  readonly queueId: string;
  /** Envelope addresses (RFC 5321), not those of the header. */
  readonly from: string;
  readonly to: string;
  readonly raw: Buffer;
  /** Values of the Received fields, the latest hop first. */
  readonly received: readonly string[];
}

export interface Mailboxes {
  store(message: Omit<StoredMessage, 'received'>): void;
  of(address: string): readonly StoredMessage[];
}

/** Messages kept for one address; older ones go. */
const capacity = 100;

export function makeMailboxes(): Mailboxes {
  const boxes = new Map<string, StoredMessage[]>();
  return {
    store(message) {
      const key = message.to.toLowerCase();
      const box = boxes.get(key) ?? [];
      boxes.set(key, [...box, { ...message, received: receivedFields(message.raw) }].slice(-capacity));
    },
    of: (address) => boxes.get(address.toLowerCase()) ?? [],
  };
}

/** Looks like Postfix's long queue ids: no vowels, `z` between time and file number. */
export function newQueueId(): string {
  const letters = '0123456789BCDFGHJKLMNPQRSTVWXYbcdfghjklmnpqrstvwxy';
  const some = (count: number) => Array.from({ length: count }, () => letters[randomInt(letters.length)]).join('');
  return `4${some(9)}z${some(4)}`;
}

/** A trace field (RFC 5321 4.4). */
export function receivedField(from: string, by: string, protocol: string, queueId: string, now = new Date()): Buffer {
  const date = now.toUTCString().replace('GMT', '+0000');
  const client = from.replace(/[^\w.:[\]-]/g, '?').slice(0, 255);
  const lines = [
    `Received: from ${client} ([127.0.0.1])`,
    `\tby ${by} (lab) with ${protocol} id ${queueId};`,
    `\t${date}`,
  ];
  return Buffer.from(`${lines.join('\r\n')}\r\n`);
}

function receivedFields(raw: Buffer): string[] {
  const end = raw.indexOf('\r\n\r\n');
  const header = raw.subarray(0, end < 0 ? raw.length : end).toString('utf8');
  return header
    .replace(/\r\n[ \t]+/g, ' ')
    .split('\r\n')
    .flatMap((line) => (/^received:/i.test(line) ? [line.slice('received:'.length).trim()] : []));
}
