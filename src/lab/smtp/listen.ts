import type { AddressInfo, Socket } from 'node:net';
import { SMTPServer, type SMTPServerDataStream, type SMTPServerOptions, type SMTPServerSession } from 'smtp-server';
import { type Endpoint, ignoreErrors } from '../listeners.ts';

export interface SmtpListener {
  readonly port: number;
  /** Cuts a session's connection, without a goodbye. */
  drop(session: SMTPServerSession): void;
  close(): Promise<void>;
}

/** Message sizes in octets; the default is the one that Postfix comes with. */
export const usualSizeLimit = 10_240_000;
const recipientLimit = 100;
const idleTimeout = 60_000;

/** An SMTP server on one port. Rejects with the system's error when it cannot listen. */
export async function listenSmtp(at: Endpoint, options: SMTPServerOptions): Promise<SmtpListener> {
  const raw = new Set<Socket>();
  const secured = new Map<string, Socket>();
  const server = new SMTPServer({
    heloResponse: '%s',
    // The library would put a code of its own in front of ours, so replies carry theirs without announcing it.
    hideENHANCEDSTATUSCODES: true,
    hideDSN: false,
    disableReverseLookup: true,
    maxRecipients: recipientLimit,
    socketTimeout: idleTimeout,
    minVersion: 'TLSv1.2',
    logger: false,
    ...options,
    onSecure(socket, session, done) {
      secured.set(session.id, socket);
      ignoreErrors(socket);
      if (options.onSecure) options.onSecure(socket, session, done);
      else done();
    },
    onClose: (session) => void secured.delete(session.id),
  });
  // Failed handshakes and broken connections end up here: a client's business, not the lab's.
  server.on('error', () => undefined);
  server.server.on('connection', (socket) => {
    raw.add(socket);
    socket.once('close', () => raw.delete(socket));
  });
  const port = await new Promise<number>((resolve, reject) => {
    server.server.once('error', reject);
    server.listen(at.port, at.address, () => {
      server.server.off('error', reject);
      resolve((server.server.address() as AddressInfo).port);
    });
  });
  return {
    port,
    drop(session) {
      secured.get(session.id)?.destroy();
      for (const socket of raw) if (socket.remotePort === session.remotePort) socket.destroy();
    },
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        for (const socket of [...secured.values(), ...raw]) socket.destroy();
      }),
  };
}

/** An error that the server turns into this reply. */
export function refusal(code: number, text: string): Error {
  return Object.assign(new Error(text), { responseCode: code });
}

/** The whole message, as sent; too large ones are read to their end and forgotten. */
export async function collect(stream: SMTPServerDataStream): Promise<Buffer | 'too-large'> {
  const chunks: Buffer[] = [];
  for await (const chunk of stream) if (!stream.sizeExceeded) chunks.push(chunk as Buffer);
  return stream.sizeExceeded ? 'too-large' : Buffer.concat(chunks);
}
