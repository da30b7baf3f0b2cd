import type { TLSSocket } from 'node:tls';
import type { ImapFlow } from 'imapflow';
import { version } from '../../core/index.ts';

/** What a server may make the library hold. A message's headers and a list of folders stay far below. */
const limits = {
  maxLineLength: 65_536,
  maxLiteralSize: 262_144,
  maxResponseSize: 524_288,
  maxResponseTokens: 20_000,
} as const;
/** Octets of a whole session. */
const longestSession = 4_194_304;
/** Milliseconds; every step of ours has a shorter deadline. */
const silence = 60_000;

/** Who signs in, and how: a SASL mechanism, or the LOGIN command. */
export interface ImapLogin {
  readonly host: string;
  readonly user: string;
  readonly pass: string;
  readonly loginMethod: 'AUTH=PLAIN' | 'AUTH=LOGIN' | 'LOGIN';
}

/**
 * The library on a TLS session that has been judged already: it opens no connection, starts no TLS and judges nobody.
 * It expects a greeting; the real one has been read, so that it gets one of ours. It logs nothing and compresses nothing.
 * Loaded only here, when somebody signs in.
 */
export async function createClient(socket: TLSSocket, { host, ...auth }: ImapLogin): Promise<ImapFlow> {
  const { ImapFlow } = await import('imapflow');
  const client = new ImapFlow({
    ...limits,
    id: 'waypost',
    host,
    port: socket.remotePort ?? 0,
    secure: true,
    auth,
    transport: {
      connect: (_, onConnect) => {
        setImmediate(() => {
          onConnect();
          meter(socket);
        });
        return socket;
      },
    },
    logger: false,
    clientInfo: { name: 'Waypost', version },
    disableAutoIdle: true,
    disableCompression: true,
    disableAutoEnable: true,
    connectionTimeout: silence,
    greetingTimeout: silence,
    socketTimeout: silence,
  });
  // An error that nobody waits for must not bring the process down.
  client.on('error', () => {});
  socket.unshift(Buffer.from('* OK ready\r\n'));
  return client;
}

/** Ends a session that never ends. */
function meter(socket: TLSSocket): void {
  let octets = 0;
  socket.on('data', (chunk: Uint8Array) => {
    octets += chunk.length;
    if (octets > longestSession) socket.destroy(new Error('more octets than a session may have'));
  });
}
