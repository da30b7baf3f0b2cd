import { randomInt } from 'node:crypto';
import { inbox, type junk } from '../imap/folders.ts';
import { valuesOf } from '../message.ts';

/** A message that has arrived where the lab ends. */
export interface StoredMessage {
  /** Grows with each message, over all mailboxes. */
  readonly uid: number;
  readonly arrived: Date;
  readonly folder: typeof inbox | typeof junk;
  readonly queueId: string;
  /** Envelope addresses (RFC 5321), not those of the header. */
  readonly from: string;
  readonly to: string;
  readonly raw: Buffer;
  /** Values of the Received fields, the latest hop first. */
  readonly received: readonly string[];
}

type NewMessage = Pick<StoredMessage, 'queueId' | 'from' | 'to' | 'raw'>;

export interface Mailboxes {
  /** Into the inbox, unless told otherwise. */
  store(message: NewMessage, folder?: StoredMessage['folder']): void;
  of(address: string): readonly StoredMessage[];
}

/** Messages kept for one address; older ones go. */
const capacity = 100;

export function makeMailboxes(): Mailboxes {
  const boxes = new Map<string, StoredMessage[]>();
  let uid = 0;
  return {
    store(message, folder = inbox) {
      const key = message.to.toLowerCase();
      const box = boxes.get(key) ?? [];
      uid += 1;
      const stored = { ...message, uid, arrived: new Date(), folder, received: valuesOf(message.raw, 'received') };
      boxes.set(key, [...box, stored].slice(-capacity));
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
