import type { ImapFlow } from 'imapflow';
import { deadline, err, ok, type Problem, type Result, times, untilAborted } from '../../core/index.ts';
import { peerName } from '../../net/index.ts';
import type { Step } from '../../run/index.ts';
import type { Peer } from '../session/session.ts';
import { imapProblem } from './problem.ts';

/** A conversation through the library: each question has a deadline, and every way to fail is a problem. */
export class ImapSession {
  readonly peer: Peer;
  readonly #client: ImapFlow;
  readonly #mask: (text: string) => string;
  #end: Error | null = null;

  constructor(client: ImapFlow, peer: Peer, mask: (text: string) => string) {
    this.peer = peer;
    this.#client = client;
    this.#mask = mask;
    // What ended the session is told apart from the questions, which only hear that it is closed.
    client.on('error', (error) => {
      this.#end ??= error;
    });
  }

  /**
   * One question.
   *
   * @param asked what is said about it in the exchange
   * @param said what came back, in a few words
   */
  async ask<T>(
    asked: string,
    work: (client: ImapFlow) => Promise<T>,
    said: (value: T) => string,
    step: Pick<Step, 'exchange' | 'signal'>,
  ): Promise<Result<T, Problem>> {
    const limit = deadline(step.signal, times.mailboxCommand);
    const done = step.exchange('imap', peerName(this.peer.address, this.peer.port), asked);
    try {
      const value = await untilAborted(work(this.#client), limit.signal);
      done(this.#mask(said(value)));
      return ok(value);
    } catch (error) {
      if (limit.signal.aborted) this.#client.close();
      const found = imapProblem(this.#end ?? error, this.peer, this.#mask, limit.signal);
      done(found.evidence[0] ?? found.code);
      return err(found);
    } finally {
      limit.clear();
    }
  }

  /** Says LOGOUT and closes, without waiting for long. Safe to call on a session that is over. */
  quit(): void {
    const timer = setTimeout(() => this.#client.close(), times.goodbye);
    const end = () => {
      clearTimeout(timer);
      this.#client.close();
    };
    this.#client.logout().then(end, end);
  }
}
