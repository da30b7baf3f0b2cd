import { createSocket, type RemoteInfo, type Socket, type SocketOptions } from 'node:dgram';
import type { AddressInfo } from 'node:net';
import { familyOf } from '../../core/index.ts';
import type { DnsServer } from '../settings.ts';
import { readReply, type Sent } from './reply.ts';

/** After so many false replies the question goes over TCP, where nobody can guess along (RFC 5452 9.2). */
const mostStrays = 32;

/** Addresses stay as they are: the default would ask the system's resolver about them. */
const lookup: NonNullable<SocketOptions['lookup']> = (address, _options, callback) =>
  callback(null, address, familyOf(address));

/**
 * Sends one query over UDP from a socket, and so from a random port, of its own. The socket is connected: the system
 * drops what comes from another address or port, and tells when the port is closed.
 *
 * @param onStray called for each false reply, with its length in bytes
 */
export function askUdp(
  { address, port }: DnsServer,
  query: Buffer,
  signal: AbortSignal,
  onStray: (length: number) => void,
): Promise<Sent> {
  return new Promise((resolve) => {
    const socket = createSocket({ type: familyOf(address) === 6 ? 'udp6' : 'udp4', lookup });
    let peer: AddressInfo | null = null;
    let strays = 0;
    let settled = false;
    const finish = (sent: Sent) => {
      if (settled) return;
      settled = true;
      signal.removeEventListener('abort', onEnd);
      close(socket);
      resolve(sent);
    };
    const onEnd = () => finish({ kind: 'ended' });
    socket.on('error', (error) => finish({ kind: 'error', error }));
    socket.on('message', (bytes, source) => {
      if (settled) return;
      const message = isFrom(peer, source) ? readReply(query, bytes) : null;
      if (message !== null) return finish({ kind: 'message', message });
      onStray(bytes.length);
      if (++strays >= mostStrays) finish({ kind: 'strays' });
    });
    if (signal.aborted) return onEnd();
    signal.addEventListener('abort', onEnd, { once: true });
    socket.on('connect', () => {
      // The event may come after the end, when nothing can be sent any more.
      if (settled) return;
      peer = socket.remoteAddress();
      socket.send(query, (error) => error && finish({ kind: 'error', error }));
    });
    try {
      socket.connect(port, address);
    } catch (error) {
      finish({ kind: 'error', error: error instanceof Error ? error : new Error(String(error)) });
    }
  });
}

/** The system drops what comes from elsewhere, but for what came in the moment between opening and connecting. */
function isFrom(peer: AddressInfo | null, source: RemoteInfo): boolean {
  return peer !== null && source.address === peer.address && source.port === peer.port;
}

/** A socket that could not be opened is closed already, and says so by throwing. */
function close(socket: Socket): void {
  try {
    socket.close();
  } catch {}
}
