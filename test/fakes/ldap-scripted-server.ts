import { type AddressInfo, createServer, type Socket, connect as tcpConnect } from 'node:net';
import { createSecureContext, TLSSocket, connect as tlsConnect } from 'node:tls';
import { type LdapSession, openSession } from '../../src/directory/ldap/session.ts';
import { ber, berInteger, berTag, berText } from '../../src/lab/ber.ts';
import { makeAuthority } from '../../src/lab/index.ts';

/** What a test's server does with the bytes that a client sends; `connection` counts from 1. */
export type Script = (socket: Socket, request: Buffer, connection: number) => void;

export interface ScriptedServer {
  readonly port: number;
  /** The certificate that makes it trusted for `dc.corp.example`, PEM. */
  readonly ca: string;
  /** Everything that clients sent, by connection. */
  readonly received: Buffer[][];
  /** Resolves when a client's connection is closed. */
  readonly closed: Promise<void>;
  /** A session over TLS with it. */
  session(): Promise<LdapSession>;
  stop(): Promise<void>;
}

export const host = 'dc.corp.example';

/** A server on loopback that says exactly what a test tells it to, over TLS or before it. */
export async function scriptedServer(script: Script, over: 'tls' | 'tcp' = 'tls'): Promise<ScriptedServer> {
  const authority = makeAuthority();
  const secureContext = createSecureContext(authority.issue([host]));
  const sockets = new Set<Socket>();
  const received: Buffer[][] = [];
  let onClosed: () => void = () => {};
  const closed = new Promise<void>((resolve) => {
    onClosed = resolve;
  });
  const server = createServer((raw) => {
    sockets.add(raw);
    const socket = over === 'tls' ? new TLSSocket(raw, { isServer: true, secureContext }) : raw;
    const connection = received.push([]);
    raw.on('error', () => {});
    socket.on('error', () => {});
    socket.on('close', () => onClosed());
    socket.on('data', (bytes) => {
      received[connection - 1]?.push(bytes);
      script(socket, bytes, connection);
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  return {
    port,
    ca: authority.pem,
    received,
    closed,
    session: () =>
      new Promise((resolve, reject) => {
        const socket = tlsConnect({ socket: tcpConnect(port, '127.0.0.1'), ca: authority.pem, servername: host });
        sockets.add(socket);
        socket.once('error', reject);
        socket.once('secureConnect', () => resolve(openSession(socket, { host, address: '127.0.0.1', port })));
      }),
    stop: () =>
      new Promise((resolve) => {
        for (const socket of sockets) socket.destroy();
        server.close(() => resolve());
      }),
  };
}

/** LDAPMessage with one of our servers' answers in it. */
export function ldapMessage(id: number, operation: Buffer): Buffer {
  return ber(berTag.sequence, berInteger(id), operation);
}

export function ldapResult(tag: number, code: number, message = '', ...more: Buffer[]): Buffer {
  return ber(tag, berInteger(code, berTag.enumerated), berText(''), berText(message), ...more);
}

export const tag = { bind: 0x61, entry: 0x64, done: 0x65, reference: 0x73, extended: 0x78 } as const;

/** SearchResultEntry with these attributes, names as they are given. */
export function ldapEntry(
  dn: string,
  attributes: readonly (readonly [string, readonly (string | Buffer)[]])[],
): Buffer {
  const list = attributes.map(([name, values]) =>
    ber(berTag.sequence, berText(name), ber(berTag.set, ...values.map((value) => berText(value)))),
  );
  return ber(tag.entry, berText(dn), ber(berTag.sequence, ...list));
}
