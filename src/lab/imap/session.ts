import type { Socket } from 'node:net';
import { type SecureContext, TLSSocket } from 'node:tls';
import { ignoreErrors } from '../listeners.ts';
import { CommandReader } from './command-reader.ts';
import { Conversation } from './conversation.ts';
import type { MailboxPolicy, SignIn } from './mailbox.ts';
import { ImapSyntaxError } from './words.ts';

export interface ImapService {
  /** The name in the greeting. */
  readonly name: string;
  readonly policy: MailboxPolicy;
  readonly signIn: SignIn;
  readonly context: SecureContext;
}

/** Serves IMAP over TLS from the first byte. */
export function serveImaps(socket: Socket, service: ImapService): void {
  converse(secured(socket, service), service, true);
}

/** Serves IMAP with STARTTLS. */
export function serveImap(socket: Socket, service: ImapService): void {
  converse(socket, service, true);
}

function secured(socket: Socket, { context }: ImapService): Socket {
  const secure = new TLSSocket(socket, { isServer: true, secureContext: context });
  ignoreErrors(secure);
  return secure;
}

/** @param greets false after STARTTLS, where the greeting has been said */
function converse(socket: Socket, service: ImapService, greets: boolean): void {
  const conversation = new Conversation(service.policy, service.signIn, socket instanceof TLSSocket);
  const reader = new CommandReader();
  const write = (text: string) => {
    if (socket.writable) socket.write(text, 'latin1');
  };
  const leave = () => {
    socket.off('data', onData);
    // Read on, into nothing: an unread socket never learns that its client has left.
    socket.resume();
    socket.end();
  };
  const startTls = () => {
    socket.off('data', onData);
    // Bytes that came with the command are not protected by the TLS that follows it.
    if (reader.isEmpty) converse(secured(socket, service), service, false);
    else socket.destroy();
  };
  /** False when there is nothing more to take from what has come in. */
  const takeOne = (): boolean => {
    const read = reader.next();
    if (read === null) return false;
    if (read === 'go-on') {
      write('+ go on\r\n');
      return true;
    }
    const { text, next } = conversation.hear(read.command);
    write(text);
    if (next === 'end') leave();
    if (next === 'start-tls') startTls();
    return next === 'go-on';
  };
  const onData = (chunk: Buffer) => {
    reader.push(chunk);
    try {
      while (takeOne());
    } catch (error) {
      if (!(error instanceof ImapSyntaxError)) throw error;
      write(`* BYE ${error.message}\r\n`);
      leave();
    }
  };
  socket.on('data', onData);
  if (greets) write(`* OK ${service.name} IMAP4rev1 ready\r\n`);
}
