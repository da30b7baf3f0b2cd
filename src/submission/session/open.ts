import { type Clock, cutText, err, ok, type Problem, type Result } from '../../core/index.ts';
import { type Connection, connect, type Loss, secure, type Talk, type Trust } from '../../net/index.ts';
import { problem } from '../../problems/index.ts';
import type { TlsReport } from '../../run/index.ts';
import { commands } from './command.ts';
import { heloName } from './helo.ts';
import { lossProblem, replyProblem } from './problem.ts';
import { type Reply, replyLines } from './reply.ts';
import { type Peer, SmtpSession, VerifiedSession } from './session.ts';

/** One way in: a port, and how TLS starts there (RFC 8314). */
export interface Endpoint {
  readonly port: number;
  readonly security: 'implicit' | 'starttls';
}

export interface Host {
  /** The name that the certificate must match. */
  readonly host: string;
  /** IP addresses, the preferred one first. */
  readonly addresses: readonly string[];
}

export interface SessionDeps {
  readonly clock: Clock;
  readonly trust: Trust;
  /** What to say in EHLO: a full name or an address literal. */
  readonly helo: string;
  /**
   * What takes this run's secrets out of what a server says, on every session: what it learnt on one, it can repeat on
   * another on which nobody signs in.
   */
  readonly mask?: (text: string) => string;
}

/** What was seen on the way, told also when the way leads nowhere. */
export interface Sightings {
  address: string | null;
  greeting: string | null;
  tls: TlsReport | null;
}

/**
 * Opens a session over verified TLS, ready for AUTH or MAIL: implicit TLS, or STARTTLS, without which it ends
 * (RFC 3207). There is no way back to EHLO in clear text and none to HELO.
 */
export async function openSession(
  { host, addresses }: Host,
  endpoint: Endpoint,
  deps: SessionDeps,
  talk: Talk,
  seen: Sightings,
): Promise<Result<VerifiedSession, Problem>> {
  const { port, security } = endpoint;
  const connected = await connect({ host, addresses, port }, { clock: deps.clock, ...talk });
  if (!connected.ok) return connected;
  const { socket, address } = connected.value;
  const name = heloName(deps.helo, socket.localAddress ?? '');
  const { trust, mask } = deps;
  const way: Way = { peer: { host, address, port }, name, trust, mask, talk, seen };
  seen.address = address;
  return security === 'implicit' ? openImplicit(socket, way) : openWithStartTls(socket, way);
}

interface Way {
  readonly peer: Peer;
  /** For EHLO. */
  readonly name: string;
  readonly trust: Trust;
  readonly mask: SessionDeps['mask'] | undefined;
  readonly talk: Talk;
  readonly seen: Sightings;
}

type Socket = Connection['socket'];

async function openImplicit(socket: Socket, way: Way): Promise<Result<VerifiedSession, Problem>> {
  const session = await startTls(socket, way);
  if (!session.ok) return session;
  const refused = (await greeted(session.value, way)) ?? (await introduced(session.value, way));
  return refused === null ? session : err(refused);
}

async function openWithStartTls(socket: Socket, way: Way): Promise<Result<VerifiedSession, Problem>> {
  const { peer, mask, talk } = way;
  const plain = new SmtpSession(socket, peer, mask);
  const refused = (await greeted(plain, way)) ?? (await introduced(plain, way));
  if (refused !== null) return err(refused);
  if (!plain.offers('STARTTLS')) {
    plain.quit();
    return err(problem('smtp.tls-not-offered', { host: peer.host, port: peer.port }));
  }
  const unready = expectation(await plain.command(talk, commands.startTls), 220, plain, 'reply 220 to STARTTLS');
  if (unready !== null) return err(unready);
  const released = plain.release();
  if (!released.ok) return err(lossProblem(released.error, peer, 'nothing between 220 to STARTTLS and TLS'));
  const session = await startTls(released.value, way);
  if (!session.ok) return session;
  const rejected = await introduced(session.value, way);
  return rejected === null ? session : err(rejected);
}

async function startTls(
  socket: Socket,
  { peer, trust, mask, talk, seen }: Way,
): Promise<Result<VerifiedSession, Problem>> {
  const secured = await secure(socket, peer, trust, talk);
  seen.tls = secured.ok ? secured.value.facts : secured.error.facts;
  return secured.ok ? ok(new VerifiedSession(secured.value, peer, mask)) : err(secured.error.problem);
}

async function greeted(session: SmtpSession, { talk, seen }: Way): Promise<Problem | null> {
  const greeting = await session.greeting(talk);
  if (greeting.ok) seen.greeting = cutText(replyLines(greeting.value).join(' '));
  return expectation(greeting, 220, session, 'greeting 220');
}

async function introduced(session: SmtpSession, { name, talk }: Way): Promise<Problem | null> {
  return expectation(await session.ehlo(talk, name), 250, session, 'reply 250 to EHLO');
}

/** Null for the one reply that the protocol goes on with; anything else ends the session. */
function expectation(reply: Result<Reply, Loss>, code: number, session: SmtpSession, expected: string): Problem | null {
  if (!reply.ok) return lossProblem(reply.error, session.peer, expected);
  if (reply.value.code === code) return null;
  session.quit();
  return replyProblem(reply.value, session.peer, expected);
}
