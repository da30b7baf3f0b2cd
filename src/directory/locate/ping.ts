import { randomInt } from 'node:crypto';
import { createSocket } from 'node:dgram';
import { hostname } from 'node:os';
import { familyOf } from '../../core/index.ts';
import { peerName } from '../../net/index.ts';
import type { Step } from '../../run/index.ts';
import { decodePing, encodePing, type PingReply } from './cldap.ts';

const highestId = 2 ** 31 - 1;
/** Windows computer names are no longer; the DC notes the name in its log when it cannot tell the client's site. */
const longestHostName = 15;

export interface PingTarget {
  readonly address: string;
  readonly port: number;
  readonly domain: string;
}

/**
 * One netlogon ping over CLDAP to one address. Datagrams from elsewhere, or with another id, are not looked at.
 *
 * @param signal ends it
 * @returns null when nothing usable came back in time
 */
export function ping(
  { address, port, domain }: PingTarget,
  step: Pick<Step, 'exchange'>,
  signal: AbortSignal,
): Promise<PingReply | null> {
  const socket = createSocket(familyOf(address) === 6 ? 'udp6' : 'udp4');
  const messageId = randomInt(1, highestId);
  const done = step.exchange('cldap', peerName(address, port), `netlogon ping for ${domain}`);
  return new Promise((resolve) => {
    const finish = (reply: PingReply | null, said: string, roundTrips = 1) => {
      signal.removeEventListener('abort', onEnd);
      socket.removeAllListeners();
      // A closed port may still be reported to a socket that nobody listens to any more.
      socket.on('error', () => {});
      socket.close();
      done(said, roundTrips);
      resolve(reply);
    };
    const onEnd = () => finish(null, 'no answer', 0);
    socket.once('error', (error) => finish(null, error.message));
    socket.on('message', (datagram) => {
      const reply = decodePing(datagram, messageId);
      if (reply !== null) finish(reply, describeReply(reply));
    });
    if (signal.aborted) return onEnd();
    signal.addEventListener('abort', onEnd, { once: true });
    // A connected socket takes datagrams from this address and port only, and hears of ports that are closed.
    socket.connect(port, address, (error?: Error) => {
      if (signal.aborted) return;
      if (error) return finish(null, error.message);
      const host = hostname().split('.')[0]?.slice(0, longestHostName) ?? '';
      socket.send(encodePing(messageId, domain, host), () => {});
    });
  });
}

function describeReply(reply: PingReply): string {
  if (reply.kind === 'denied') return 'not a domain controller of this domain';
  const { host, site, clientSite, closest } = reply.answer;
  return `${host ?? '?'} in site ${site ?? '?'}, client in ${clientSite ?? '?'}${closest ? ', closest' : ''}`;
}
