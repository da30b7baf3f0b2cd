import { authCommand } from '../session/command.ts';
import { encode, type Mechanism } from './conversation.ts';

/** SASL PLAIN (RFC 4616) with an initial response: one round trip. The server works out whom the user acts for. */
export const plain: Mechanism = async ({ session, user, password }, talk) => {
  const reply = await session.command(talk, authCommand('PLAIN', encode(`\0${user}\0${password.reveal()}`)));
  return reply.ok ? { kind: 'reply', reply: reply.value } : { kind: 'loss', loss: reply.error };
};
