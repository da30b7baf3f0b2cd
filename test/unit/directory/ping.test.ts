import { createSocket, type RemoteInfo, type Socket } from 'node:dgram';
import { once } from 'node:events';
import { afterEach, describe, expect, it } from 'vitest';
import { ping } from '../../../src/directory/locate/ping.ts';
import { readRequest } from '../../../src/lab/ldap/message.ts';
import { ldapMessage, ldapResult, tag } from '../../fakes/ldap-scripted-server.ts';
import { recordingStep } from '../../fakes/recording-step.ts';

const sockets: Socket[] = [];
afterEach(() => {
  for (const socket of sockets.splice(0)) socket.close();
});

async function listener(onPing: (id: number, from: RemoteInfo, socket: Socket) => void = () => {}): Promise<number> {
  const socket = createSocket('udp4');
  sockets.push(socket);
  socket.on('message', (bytes, from) => onPing(readRequest(bytes)?.request.id ?? -1, from, socket));
  socket.bind(0, '127.0.0.1');
  await once(socket, 'listening');
  return socket.address().port;
}

const denial = (id: number) => ldapMessage(id, ldapResult(tag.done, 0));

describe('a CLDAP ping', () => {
  it('takes what comes from the server it asked, with the id that it sent', async () => {
    const port = await listener((id, from, socket) => {
      socket.send(denial(id + 1), from.port, from.address);
      socket.send('garbage', from.port, from.address);
      socket.send(denial(id), from.port, from.address);
    });
    const step = recordingStep();
    const reply = await ping({ address: '127.0.0.1', port, domain: 'corp.example' }, step, step.signal);
    expect(reply).toEqual({ kind: 'denied' });
    expect(step.exchanges).toEqual(['cldap netlogon ping for corp.example: not a domain controller of this domain']);
  });

  it('does not take the right id from another address', async () => {
    const step = recordingStep();
    const other = createSocket('udp4');
    sockets.push(other);
    const port = await listener((id, from) => {
      other.send(denial(id), from.port, from.address, () => step.end());
    });
    expect(await ping({ address: '127.0.0.1', port, domain: 'corp.example' }, step, step.signal)).toBeNull();
  });

  it('hears at once that nobody listens', async () => {
    const port = await listener();
    sockets.pop()?.close();
    const step = recordingStep();
    expect(await ping({ address: '127.0.0.1', port, domain: 'corp.example' }, step, step.signal)).toBeNull();
    expect(step.exchanges[0]).toContain('ECONNREFUSED');
  });

  it('ends with its signal', async () => {
    const port = await listener();
    const step = recordingStep();
    const waiting = ping({ address: '127.0.0.1', port, domain: 'corp.example' }, step, step.signal);
    step.end();
    expect(await waiting).toBeNull();
    expect(await ping({ address: '127.0.0.1', port, domain: 'corp.example' }, step, step.signal)).toBeNull();
  });
});
