import { connect } from 'node:net';
import type { DnsServer } from '../settings.ts';
import { readReply, type Sent } from './reply.ts';

const prefixLength = 2;

/** Sends one query over a TCP connection of its own (RFC 7766); a message cannot be longer than 65,535 bytes. */
export function askTcp({ address, port }: DnsServer, query: Buffer, signal: AbortSignal): Promise<Sent> {
  return new Promise((resolve) => {
    if (signal.aborted) return resolve({ kind: 'ended' });
    const socket = connect({ host: address, port, noDelay: true });
    const chunks: Buffer[] = [];
    let received = 0;
    const finish = (sent: Sent) => {
      signal.removeEventListener('abort', onEnd);
      socket.destroy();
      resolve(sent);
    };
    const fail = (reason: string) => finish({ kind: 'error', error: new Error(reason) });
    const onEnd = () => finish({ kind: 'ended' });
    signal.addEventListener('abort', onEnd, { once: true });
    socket.on('error', (error) => finish({ kind: 'error', error }));
    socket.on('close', () => fail('the server closed the connection without an answer'));
    socket.on('connect', () => socket.write(framed(query)));
    socket.on('data', (chunk) => {
      chunks.push(chunk);
      received += chunk.length;
      if (received < prefixLength) return;
      const bytes = Buffer.concat(chunks);
      const end = prefixLength + bytes.readUInt16BE(0);
      if (received < end) return void chunks.splice(0, chunks.length, bytes);
      const message = readReply(query, bytes.subarray(prefixLength, end));
      if (message === null) fail('the server answered something else than the question');
      else finish({ kind: 'message', message });
    });
  });
}

/** RFC 1035 4.2.2: the length goes first, in one segment with the message (RFC 7766 8). */
function framed(message: Buffer): Buffer {
  const prefix = Buffer.alloc(prefixLength);
  prefix.writeUInt16BE(message.length);
  return Buffer.concat([prefix, message]);
}
