import type { Socket } from 'node:net';
import { type SecureContext, TLSSocket } from 'node:tls';
import type { LabAccount } from '../accounts.ts';
import { BerError } from '../ber.ts';
import { ignoreErrors } from '../listeners.ts';
import type { Controller } from './controller.ts';
import { readRequest } from './message.ts';
import { disconnection, respond } from './respond.ts';

/** Serves LDAP over TLS from the first byte. */
export function serveLdaps(socket: Socket, secureContext: SecureContext, controller: Controller): void {
  const secure = new TLSSocket(socket, { isServer: true, secureContext });
  ignoreErrors(secure);
  serveLdap(secure, secureContext, controller);
}

/** Serves one LDAP connection (RFC 4511), until the client leaves or sends what is no LDAP. */
export function serveLdap(socket: Socket, secureContext: SecureContext, controller: Controller): void {
  const tls = socket instanceof TLSSocket;
  let account: LabAccount | undefined;
  let pending: Buffer = Buffer.alloc(0);

  const onData = (chunk: Buffer) => {
    pending = Buffer.concat([pending, chunk]);
    try {
      while (takeOne());
    } catch (error) {
      if (!(error instanceof BerError)) throw error;
      if (socket.writable) socket.write(disconnection());
      end();
    }
  };
  /** False when there is nothing more to take from what has come in. */
  const takeOne = (): boolean => {
    const read = readRequest(pending);
    if (!read) return false;
    pending = pending.subarray(read.end);
    const response = respond(read.request, { tls, account }, controller);
    account = response.account;
    if (socket.writable && response.messages.length > 0) socket.write(Buffer.concat(response.messages));
    if (response.next === 'end') end();
    if (response.next === 'start-tls') startTls();
    return response.next === 'go-on';
  };
  const end = () => {
    socket.off('data', onData);
    // Read on, into nothing: an unread socket never learns that its client has left.
    socket.resume();
    socket.end();
  };
  const startTls = () => {
    socket.off('data', onData);
    // Bytes that came with the request are not protected by the TLS that follows it.
    if (pending.length > 0) socket.destroy();
    else serveLdaps(socket, secureContext, controller);
  };
  socket.on('data', onData);
}
