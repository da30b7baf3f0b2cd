import type { Socket } from 'node:net';
import { err, ok, type Result, times } from '../../core/index.ts';
import { type Loss, maskedLoss, peerName, type Talk, type TlsSession, Wire } from '../../net/index.ts';
import type { TlsReport } from '../../run/index.ts';
import { type Body, type BodyEnd, writeBody } from './body.ts';
import { type Capabilities, noCapabilities, readCapabilities } from './capabilities.ts';
import { type Command, commands, octetsOf } from './command.ts';
import { lossText } from './problem.ts';
import { maskedReply, type Reply, replyClass, replyLines } from './reply.ts';
import { ReplyReader } from './reply-reader.ts';

export interface Peer {
  /** The name that the certificate must match. */
  readonly host: string;
  readonly address: string;
  readonly port: number;
}

/** Replies to a group of commands; where the session was lost on the way, `loss` says so and the rest is missing. */
export interface GroupReplies {
  readonly replies: readonly Reply[];
  readonly loss: Loss | null;
}

/**
 * A conversation with an SMTP server (RFC 5321). Every command and reply is told as an exchange and as lines; nothing is
 * sent while something unexpected lies in the input. After the first loss, every call answers with it.
 */
export class SmtpSession {
  readonly peer: Peer;
  readonly #wire: Wire<Reply>;
  readonly #name: string;
  #capabilities = noCapabilities;
  #mask: (text: string) => string;

  constructor(socket: Socket, peer: Peer, mask = (text: string) => text) {
    this.peer = peer;
    this.#wire = new Wire(socket, new ReplyReader());
    this.#mask = mask;
    this.#name = peerName(peer.address, peer.port);
  }

  get capabilities(): Capabilities {
    return this.#capabilities;
  }

  offers(keyword: string): boolean {
    return this.#capabilities.keywords.includes(keyword);
  }

  /** From now on, replies pass through `mask` before anybody sees them: a server can echo what it was sent. */
  hide(mask: (text: string) => string): void {
    const before = this.#mask;
    this.#mask = (text) => mask(before(text));
  }

  greeting(talk: Talk): Promise<Result<Reply, Loss>> {
    return this.#answer(talk, 'greeting', times.smtpGreeting);
  }

  /** EHLO; what was offered is remembered when it is answered with 250. */
  async ehlo(talk: Talk, name: string): Promise<Result<Reply, Loss>> {
    const reply = await this.command(talk, commands.ehlo(name));
    if (reply.ok && reply.value.code === 250) this.#capabilities = readCapabilities(reply.value);
    return reply;
  }

  async command(talk: Talk, command: Command): Promise<Result<Reply, Loss>> {
    const early = this.#early(talk);
    if (early !== null) return early;
    this.#say(talk, [command]);
    return this.#answer(talk, command.shown, times.smtpCommand);
  }

  /** Several commands in one write (RFC 2920); only where the server offers PIPELINING. */
  async group(talk: Talk, group: readonly Command[]): Promise<GroupReplies> {
    const early = this.#early(talk);
    if (early !== null) return early.ok ? { replies: [early.value], loss: null } : { replies: [], loss: early.error };
    const done = talk.step.exchange('smtp', this.#name, group.map(({ shown }) => shown).join(', '), 1);
    this.#say(talk, group);
    const replies: Reply[] = [];
    let loss: Loss | null = null;
    while (loss === null && replies.length < group.length) {
      const reply = await this.#receive(talk, times.smtpCommand);
      if (reply.ok) replies.push(reply.value);
      else loss = reply.error;
    }
    done([...replies.map(({ code }) => code), ...(loss === null ? [] : [lossText(loss)])].join(', '));
    return { replies, loss };
  }

  /** The message after 354, with its final dot; `end.complete` tells whether the dot may have arrived. */
  async body(talk: Talk, body: Body): Promise<BodyEnd> {
    const shown = `(message, ${body.size} bytes)`;
    talk.step.line('smtp', this.#name, 'sent', shown);
    const done = talk.step.exchange('smtp', this.#name, shown, 1);
    const { result, complete } = await writeBody(this.#wire, body, talk.signal);
    const shownResult = this.#told(talk, result);
    done(resultText(shownResult));
    return { result: shownResult, complete };
  }

  /** Hands the socket over for TLS; the capabilities told before it are forgotten with this session. */
  release(): Result<Socket, Loss> {
    return this.#wire.release();
  }

  /** Says QUIT and closes, without waiting for the answer. Safe to call on a session that is over. */
  quit(): void {
    this.#wire.farewell(octetsOf(commands.quit), times.goodbye);
  }

  /** Closes at once, because what the server did cannot be trusted or repaired. */
  drop(line: string): void {
    this.#wire.lose({ kind: 'garbage', line });
  }

  #early(talk: Talk): Result<Reply, Loss> | null {
    const found = this.#wire.early();
    const early = found === null ? null : this.#told(talk, found);
    // A server that closes says so whenever it likes (RFC 5321 3.8); any other word is out of turn.
    if (early === null || !early.ok || replyClass(early.value) === 4) return early;
    return err(this.#wire.lose({ kind: 'unsolicited', line: replyLines(early.value).join(' ') }));
  }

  #say(talk: Talk, group: readonly Command[]): void {
    for (const { shown } of group) talk.step.line('smtp', this.#name, 'sent', shown);
    this.#wire.send(group.map(octetsOf).join(''));
  }

  async #answer(talk: Talk, asked: string, milliseconds: number): Promise<Result<Reply, Loss>> {
    const done = talk.step.exchange('smtp', this.#name, asked, 1);
    const reply = await this.#receive(talk, milliseconds);
    done(resultText(reply));
    return reply;
  }

  async #receive(talk: Talk, milliseconds: number): Promise<Result<Reply, Loss>> {
    return this.#told(talk, await this.#wire.next(talk.signal, milliseconds));
  }

  /** Masks what came, and puts it into the transcript. */
  #told(talk: Talk, result: Result<Reply, Loss>): Result<Reply, Loss> {
    if (!result.ok) return err(maskedLoss(result.error, this.#mask));
    const reply = maskedReply(result.value, this.#mask);
    for (const line of replyLines(reply)) talk.step.line('smtp', this.#name, 'received', line);
    return ok(reply);
  }
}

function resultText(result: Result<Reply, Loss>): string {
  return result.ok ? replyLines(result.value).join(' ') : lossText(result.error);
}

/** A session over verified TLS: the only kind that credentials are ever given to. */
export class VerifiedSession extends SmtpSession {
  readonly tls: TlsReport;

  constructor({ socket, facts }: TlsSession, peer: Peer, mask?: (text: string) => string) {
    super(socket, peer, mask);
    this.tls = facts;
  }
}
