import { connect } from 'node:net';
import { createInterface } from 'node:readline';
import type { Endpoint } from '../listeners.ts';

export interface Envelope {
  readonly from: string;
  readonly to: readonly string[];
}

const deadline = 10_000;

/**
 * Hands a message to the next server (RFC 5321), one step after the other, for all recipients or for none.
 * Answers the reply to the final dot. Rejects with the reply that stopped it, or with the connection's error.
 */
export async function forward(to: Endpoint, helo: string, envelope: Envelope, message: Buffer): Promise<string> {
  const socket = connect({ host: to.address, port: to.port });
  const lines = createInterface({ input: socket, crlfDelay: Number.POSITIVE_INFINITY })[Symbol.asyncIterator]();
  let broken: Error | undefined;
  socket.on('error', (error) => {
    broken = error;
    void lines.return?.();
  });
  const timer = setTimeout(() => socket.destroy(new Error('next server is too slow')), deadline);

  const expect = async (code: string): Promise<string> => {
    for (;;) {
      const line = await lines.next();
      if (line.done) throw broken ?? new Error('connection closed');
      if (line.value[3] === '-') continue;
      if (line.value.startsWith(code)) return line.value;
      throw new Error(line.value);
    }
  };
  const say = (line: string, code: string) => {
    socket.write(`${line}\r\n`);
    return expect(code);
  };

  try {
    await expect('220');
    await say(`EHLO ${helo}`, '250');
    await say(`MAIL FROM:<${envelope.from}>`, '250');
    for (const recipient of envelope.to) await say(`RCPT TO:<${recipient}>`, '250');
    await say('DATA', '354');
    socket.write(stuffed(message));
    const accepted = await say('.', '250');
    await say('QUIT', '221').catch(() => undefined);
    return accepted;
  } finally {
    clearTimeout(timer);
    socket.destroy();
  }
}

/** Dots at the start of a line doubled, and an end of line at the end (RFC 5321 4.5.2). */
function stuffed(message: Buffer): Buffer {
  const text = message.toString('latin1').replace(/^\./gm, '..');
  return Buffer.from(text.endsWith('\r\n') ? text : `${text}\r\n`, 'latin1');
}
