import type { Socket } from 'node:net';
import { cutText, deadline, err, ok, type Result, times } from '../../core/index.ts';
import { type Loss, maskedLoss, peerName, type Talk, Wire } from '../../net/index.ts';
import type { Answer, Judge } from './answer.ts';
import { type Command, octetsOf, plainCommand } from './command.ts';
import { LineReader } from './line-reader.ts';
import { lossText } from './problem.ts';

export interface Peer {
  readonly protocol: 'imap' | 'pop3';
  /** The name that the certificate must match. */
  readonly host: string;
  readonly address: string;
  readonly port: number;
}

/** Lines of one answer; capabilities take one line in IMAP and some thirty in POP3. */
const mostLines = 200;

/**
 * A conversation in lines with a mail server, as IMAP and POP3 have it before anybody has signed in. Nothing is sent while
 * something unexpected lies in the input. After the first loss, every call answers with it.
 */
export class LineSession {
  readonly peer: Peer;
  readonly #wire: Wire<string>;
  readonly #name: string;
  #mask: (text: string) => string;

  constructor(socket: Socket, peer: Peer, mask = (text: string) => text) {
    this.peer = peer;
    this.#wire = new Wire(socket, new LineReader());
    this.#mask = mask;
    this.#name = peerName(peer.address, peer.port);
  }

  /** From now on, answers pass through `mask` before anybody sees them: a server can echo what it was sent. */
  hide(mask: (text: string) => string): void {
    const before = this.#mask;
    this.#mask = (text) => mask(before(text));
  }

  greeting(talk: Talk, judge: Judge): Promise<Result<Answer, Loss>> {
    return this.#answer(talk, 'greeting', judge, times.mailboxGreeting);
  }

  async command(talk: Talk, command: Command, judge: Judge): Promise<Result<Answer, Loss>> {
    const early = this.#wire.early();
    if (early !== null) return err(this.#told(talk, early.ok ? this.#unsolicited(early.value) : early.error));
    talk.step.line(this.peer.protocol, this.#name, 'sent', command.shown);
    this.#wire.send(octetsOf(command));
    return this.#answer(talk, command.shown, judge, times.mailboxCommand);
  }

  /** Hands the socket over, for TLS or for whoever goes on with the conversation; nothing may be left in the input. */
  release(): Result<Socket, Loss> {
    return this.#wire.release();
  }

  /** Says goodbye and closes, without waiting for the answer. Safe to call on a session that is over. */
  quit(): void {
    this.#wire.farewell(octetsOf(plainCommand(this.peer.protocol === 'imap' ? 'z1 LOGOUT' : 'QUIT')), times.goodbye);
  }

  async #answer(talk: Talk, asked: string, judge: Judge, milliseconds: number): Promise<Result<Answer, Loss>> {
    const { protocol } = this.peer;
    const done = talk.step.exchange(protocol, this.#name, asked, 1);
    const result = await this.#receive(talk, judge, milliseconds);
    done(result.ok ? (result.value.lines.at(-1) ?? '') : lossText(result.error));
    return result;
  }

  async #receive(talk: Talk, judge: Judge, milliseconds: number): Promise<Result<Answer, Loss>> {
    const limit = deadline(talk.signal, milliseconds);
    const lines: string[] = [];
    try {
      for (;;) {
        const next = await this.#wire.next(limit.signal, Number.POSITIVE_INFINITY);
        if (!next.ok) return err(this.#told(talk, next.error));
        const verdict = lines.length < mostLines ? judge(next.value, lines) : 'garbage';
        const line = cutText(this.#mask(next.value));
        talk.step.line(this.peer.protocol, this.#name, 'received', line);
        if (verdict === 'garbage') return err(this.#told(talk, this.#wire.lose({ kind: 'garbage', line: next.value })));
        lines.push(line);
        if (verdict !== 'more') return ok({ verdict, lines });
      }
    } finally {
      limit.clear();
    }
  }

  #unsolicited(line: string): Loss {
    return this.#wire.lose({ kind: 'unsolicited', line });
  }

  #told(talk: Talk, loss: Loss): Loss {
    const masked = maskedLoss(loss, this.#mask);
    talk.step.line(this.peer.protocol, this.#name, 'note', lossText(masked));
    return masked;
  }
}
