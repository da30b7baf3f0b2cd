import { randomBytes } from 'node:crypto';
import type { Result } from '../../core/index.ts';
import type { Loss } from '../../net/index.ts';
import { authCommand, authResponse, type Command } from '../session/command.ts';
import type { Reply } from '../session/reply.ts';
import { type AuthEnd, encode, type Mechanism } from './conversation.ts';
import { clientFinal, clientFirstBare, readServerFirst, verifies } from './scram-proof.ts';

/**
 * SCRAM-SHA-256 (RFC 5802, RFC 7677): the password itself never leaves, and the server has to prove that it knows it.
 * In SMTP the server's proof is a challenge of its own, answered with an empty line (RFC 4954 4).
 */
export function scramSha256(nonce = randomBytes(18).toString('base64')): Mechanism {
  return async ({ session, user, password }, talk) => {
    const say = (command: Command) => session.command(talk, command);
    const firstBare = clientFirstBare(user, nonce);
    const challenge = await say(authCommand('SCRAM-SHA-256', encode(`n,,${firstBare}`)));
    if (!isChallenge(challenge)) return endOf(challenge);
    const serverFirst = decode(challenge.value);
    const parameters = readServerFirst(serverFirst, nonce);
    if (parameters === null) return { kind: 'distrust', reason: 'a SCRAM challenge that cannot be answered' };
    const final = await clientFinal(password.reveal(), firstBare, serverFirst, parameters);
    const proof = await say(authResponse(encode(final.message)));
    if (!isChallenge(proof)) return acceptedTooSoon(proof) ? unproven : endOf(proof);
    if (!verifies(decode(proof.value), final.serverSignature)) return unproven;
    return endOf(await say(authResponse('')));
  };
}

const unproven: AuthEnd = { kind: 'distrust', reason: 'the server did not prove that it knows the password' };

type Answer = Result<Reply, Loss>;

function isChallenge(answer: Answer): answer is Extract<Answer, { ok: true }> {
  return answer.ok && answer.value.code === 334;
}

function acceptedTooSoon(answer: Answer): boolean {
  return answer.ok && answer.value.code === 235;
}

function endOf(answer: Answer): AuthEnd {
  return answer.ok ? { kind: 'reply', reply: answer.value } : { kind: 'loss', loss: answer.error };
}

function decode({ lines }: Reply): string {
  return Buffer.from(lines[0] ?? '', 'base64').toString('utf8');
}
