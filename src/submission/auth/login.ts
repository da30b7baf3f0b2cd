import { authCommand, authResponse } from '../session/command.ts';
import { encode, type Mechanism } from './conversation.ts';

/** LOGIN (draft-murchison-sasl-login): what older Exchange servers offer instead of PLAIN. Two prompts, never read. */
export const login: Mechanism = async ({ session, user, password }, talk) => {
  const turns = [authCommand('LOGIN'), authResponse(encode(user)), authResponse(encode(password.reveal()))];
  let reply = await session.command(talk, turns[0] ?? authCommand('LOGIN'));
  for (const turn of turns.slice(1)) {
    if (!reply.ok || reply.value.code !== 334) break;
    reply = await session.command(talk, turn);
  }
  return reply.ok ? { kind: 'reply', reply: reply.value } : { kind: 'loss', loss: reply.error };
};
