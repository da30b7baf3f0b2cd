import type { Problem } from '../../core/index.ts';
import type { Loss, Talk } from '../../net/index.ts';
import type { Command } from '../session/command.ts';
import { lossProblem, replyProblem } from '../session/problem.ts';
import type { Reply } from '../session/reply.ts';
import type { Peer, SmtpSession } from '../session/session.ts';

/** MAIL, a RCPT for each recipient, and what comes after them: RSET for a question, DATA for a message. */
export interface EnvelopeCommands {
  readonly mail: Command;
  readonly recipients: readonly Command[];
  readonly last: Command;
  /** Whether `last` makes sense when nobody was accepted: asking ends with RSET in any case. */
  readonly lastInAnyCase: boolean;
}

/** The replies, as far as there are any: null for what was not said, or not answered because the session was lost. */
export interface EnvelopeReplies {
  readonly mail: Reply | null;
  readonly recipients: readonly (Reply | null)[];
  readonly last: Reply | null;
  readonly loss: Loss | null;
}

/** Says an envelope: in one write where the server offers PIPELINING (RFC 2920), else command by command. */
export async function sayEnvelope(
  session: SmtpSession,
  commands: EnvelopeCommands,
  talk: Talk,
): Promise<EnvelopeReplies> {
  return session.offers('PIPELINING') ? together(session, commands, talk) : oneByOne(session, commands, talk);
}

async function together(session: SmtpSession, commands: EnvelopeCommands, talk: Talk): Promise<EnvelopeReplies> {
  const { mail, recipients, last } = commands;
  const { replies, loss } = await session.group(talk, [mail, ...recipients, last]);
  return {
    mail: replies[0] ?? null,
    recipients: recipients.map((_, i) => replies[i + 1] ?? null),
    last: replies[recipients.length + 1] ?? null,
    loss,
  };
}

async function oneByOne(session: SmtpSession, commands: EnvelopeCommands, talk: Talk): Promise<EnvelopeReplies> {
  let loss: Loss | null = null;
  const say = async (command: Command): Promise<Reply | null> => {
    if (loss !== null) return null;
    const reply = await session.command(talk, command);
    if (reply.ok) return reply.value;
    loss = reply.error;
    return null;
  };
  const mail = await say(commands.mail);
  const recipients: (Reply | null)[] = [];
  for (const command of commands.recipients) recipients.push(isAccepted(mail) ? await say(command) : null);
  const goOn = commands.lastInAnyCase || recipients.some(isAccepted);
  const last = goOn ? await say(commands.last) : null;
  return { mail, recipients, last, loss };
}

/** Why the session was lost: a server that says goodbye first (421) has told it. Null when it was not lost. */
export function lossOf(
  { mail, recipients, last, loss }: EnvelopeReplies,
  place: Peer,
  expected: string,
): Problem | null {
  if (loss === null) return null;
  const goodbye = [mail, ...recipients, last].find((reply) => reply?.code === 421);
  return goodbye ? replyProblem(goodbye, place, expected) : lossProblem(loss, place, expected);
}

/** RFC 5321 4.3.2: 250, and for recipients 251 (will forward) and 252 (cannot verify, but will try). */
export function isAccepted(reply: Reply | null): boolean {
  return reply !== null && reply.code >= 250 && reply.code <= 252;
}
