import { type Clock, cutText, err, ok, type Problem, type Result } from '../../core/index.ts';
import {
  type Connection,
  connect,
  type Loss,
  secure,
  type Talk,
  type TlsSession,
  type Trust,
} from '../../net/index.ts';
import { problem } from '../../problems/index.ts';
import type { MailboxReport, TlsReport } from '../../run/index.ts';
import { imap } from '../imap/dialect.ts';
import { pop3 } from '../pop3/dialect.ts';
import type { Dialect, Offer } from './dialect.ts';
import { lossProblem, unavailable } from './problem.ts';
import { LineSession, type Peer } from './session.ts';

/** A server that people read their mail on, and one way into it (RFC 8314). */
export interface MailboxServer {
  readonly protocol: 'imap' | 'pop3';
  /** The name that the certificate must match. */
  readonly host: string;
  /** IP addresses, the preferred one first. */
  readonly addresses: readonly string[];
  readonly port: number;
  readonly security: 'implicit' | 'starttls';
}

export interface MailboxDeps {
  readonly clock: Clock;
  readonly trust: Trust;
  /** What takes this run's secrets out of what a server says. */
  readonly mask?: (text: string) => string;
}

/** A server that is ready for a sign-in, over verified TLS: credentials are given to nothing else. */
export interface OpenMailbox extends Offer {
  readonly server: MailboxServer;
  readonly address: string;
  readonly tls: TlsReport;
  readonly session: VerifiedLineSession;
}

/** A session over verified TLS; only `openMailbox` makes one. */
export class VerifiedLineSession extends LineSession {
  readonly tls: TlsReport;
  readonly #socket: TlsSession['socket'];

  constructor({ socket, facts }: TlsSession, peer: Peer, mask?: (text: string) => string) {
    super(socket, peer, mask);
    this.tls = facts;
    this.#socket = socket;
  }

  /** Hands the TLS session over to whoever goes on with the conversation; nothing may be left in the input. */
  releaseSecured(): Result<TlsSession['socket'], Loss> {
    const released = this.release();
    return released.ok ? ok(this.#socket) : released;
  }
}

export type Sightings = { -readonly [K in 'address' | 'greeting' | 'tls']: MailboxReport[K] };

const dialects: Readonly<Record<MailboxServer['protocol'], Dialect>> = { imap, pop3 };

interface Way {
  readonly dialect: Dialect;
  readonly peer: Peer;
  readonly deps: MailboxDeps;
  readonly talk: Talk;
  readonly seen: Sightings;
}

/**
 * Opens a server without credentials: TLS from the start, or STARTTLS (RFC 9051 6.2.1) or STLS (RFC 2595 4), without which
 * it ends; then asks what is offered.
 *
 * @param seen is told what was seen, also on a way that leads nowhere
 * @returns `net.*`, `tls.*`, and of `imap.*` or `pop3.*`: `tls-not-offered`, `service-unavailable`, `protocol-error`
 */
export async function openMailbox(
  server: MailboxServer,
  deps: MailboxDeps,
  talk: Talk,
  seen: Sightings,
): Promise<Result<OpenMailbox, Problem>> {
  const connected = await connect(server, { clock: deps.clock, ...talk });
  if (!connected.ok) return connected;
  const { socket, address } = connected.value;
  seen.address = address;
  const { protocol, host, port, security } = server;
  const way: Way = { dialect: dialects[protocol], peer: { protocol, host, address, port }, deps, talk, seen };
  const session = security === 'implicit' ? await openImplicit(socket, way) : await openWithStartTls(socket, way);
  if (!session.ok) return session;
  const offer = await askOffer(session.value, way);
  if (!offer.ok) return offer;
  return ok({ ...offer.value, server, address, tls: session.value.tls, session: session.value });
}

type Opened = Promise<Result<VerifiedLineSession, Problem>>;

async function openImplicit(socket: Connection['socket'], way: Way): Opened {
  const session = await startTls(socket, way);
  const refused = session.ok ? await greeted(session.value, way) : null;
  return refused === null ? session : err(refused);
}

async function openWithStartTls(socket: Connection['socket'], way: Way): Opened {
  const { dialect, peer, deps, talk } = way;
  const plain = new LineSession(socket, peer, deps.mask);
  const refused = await greeted(plain, way);
  if (refused !== null) return err(refused);
  // Asked for without looking whether it is offered: what is said before TLS can be believed in neither case.
  const answer = await plain.command(talk, dialect.startTls.command, dialect.startTls.judge);
  if (!answer.ok) return err(lossProblem(answer.error, peer, 'an answer to STARTTLS'));
  if (answer.value.verdict !== 'ok') {
    plain.quit();
    const { host, port, protocol } = peer;
    return err(problem(`${protocol}.tls-not-offered`, { host, port }, { evidence: answer.value.lines.slice(-1) }));
  }
  const released = plain.release();
  if (!released.ok) return err(lossProblem(released.error, peer, 'nothing between STARTTLS and TLS'));
  return startTls(released.value, way);
}

async function startTls(socket: Connection['socket'], { peer, deps, talk, seen }: Way): Opened {
  const secured = await secure(socket, peer, deps.trust, talk);
  seen.tls = secured.ok ? secured.value.facts : secured.error.facts;
  return secured.ok ? ok(new VerifiedLineSession(secured.value, peer, deps.mask)) : err(secured.error.problem);
}

async function greeted(session: LineSession, { dialect, peer, talk, seen }: Way): Promise<Problem | null> {
  const answer = await session.greeting(talk, dialect.greeting);
  if (!answer.ok) return lossProblem(answer.error, peer, 'a greeting');
  seen.greeting = cutText(answer.value.lines.join(' '));
  if (answer.value.verdict === 'ok') return null;
  session.quit();
  return unavailable(peer, answer.value);
}

async function askOffer(session: LineSession, { dialect, peer, talk }: Way): Promise<Result<Offer, Problem>> {
  const { command, judge } = dialect.capabilities;
  const answer = await session.command(talk, command, judge);
  if (!answer.ok) return err(lossProblem(answer.error, peer, `an answer to ${command.shown}`));
  if (answer.value.verdict === 'ok' || dialect.protocol === 'pop3') return ok(dialect.offerOf(answer.value));
  session.quit();
  return err(unavailable(peer, answer.value));
}
