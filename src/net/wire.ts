import type { Socket } from 'node:net';
import { cutText, deadline, err, ok, type Result } from '../core/index.ts';

/** Turns octets into the replies of one protocol, within limits. After the first garbage, it reads nothing more. */
export interface Reader<T> {
  push(chunk: Uint8Array): void;
  /** The next reply, or what came instead of one; null when more octets are needed. */
  next(): Read<T> | null;
  /** True when no octet is left that was not taken as part of a reply. */
  readonly empty: boolean;
  /** A reply on one line, as it came. */
  textOf(reply: T): string;
}

export type Read<T> =
  | { readonly kind: 'reply'; readonly reply: T }
  | { readonly kind: 'garbage'; readonly line: string };

/** Why a session is over. After it, nothing is read or written any more. */
export type Loss =
  | { readonly kind: 'closed'; readonly error: Error | null }
  | { readonly kind: 'ended'; readonly signal: AbortSignal }
  | { readonly kind: 'garbage'; readonly line: string }
  | { readonly kind: 'unsolicited'; readonly line: string };

/** Characters of what came instead of a reply that are shown. */
const shownOfLoss = 200;

/** What a server said instead of a reply may hold a secret as well: masked, and only then cut. */
export function maskedLoss(loss: Loss, mask: (text: string) => string): Loss {
  const { kind } = loss;
  return kind === 'garbage' || kind === 'unsolicited' ? { ...loss, line: cutText(mask(loss.line), shownOfLoss) } : loss;
}

/** Octets out, replies in. One reader at a time; every wait has an end. */
export class Wire<T> {
  readonly #socket: Socket;
  readonly #reader: Reader<T>;
  #loss: Loss | null = null;
  #wake: () => void = () => {};

  constructor(socket: Socket, reader: Reader<T>) {
    this.#socket = socket;
    this.#reader = reader;
    socket.on('data', this.#onData);
    socket.on('end', this.#onEnd);
    socket.on('close', this.#onEnd);
    socket.on('error', this.#onError);
  }

  /** The next reply, however it drips: `milliseconds` are for all of it. */
  async next(signal: AbortSignal, milliseconds: number): Promise<Result<T, Loss>> {
    const limit = deadline(signal, milliseconds);
    try {
      for (;;) {
        const read = this.#reader.next();
        if (read?.kind === 'reply') return ok(read.reply);
        if (read?.kind === 'garbage') return err(this.lose(read));
        if (limit.signal.aborted) return err(this.lose({ kind: 'ended', signal: limit.signal }));
        if (this.#loss !== null) return err(this.#loss);
        await this.#change(limit.signal);
      }
    } finally {
      limit.clear();
    }
  }

  /** A reply that came without being asked for, a loss that was noticed meanwhile; null when all is quiet. */
  early(): Result<T, Loss> | null {
    const read = this.#reader.next();
    if (read?.kind === 'reply') return ok(read.reply);
    if (read !== null) return err(this.lose(read));
    if (this.#loss !== null) return err(this.#loss);
    return this.#reader.empty ? null : err(this.lose({ kind: 'unsolicited', line: 'part of a reply' }));
  }

  /** Writes, and resolves when the system has taken it all, or with why it never will. */
  async write(octets: string | Uint8Array, signal: AbortSignal): Promise<Loss | null> {
    if (this.#loss !== null) return this.#loss;
    let taken = false;
    this.#socket.write(octets, (error) => {
      taken = !error;
      if (error) this.#onError(error);
      this.#wake();
    });
    while (!taken && this.#loss === null && !signal.aborted) await this.#change(signal);
    if (taken) return null;
    return this.#loss ?? this.lose({ kind: 'ended', signal });
  }

  /** Writes without waiting; a failure shows when the answer is waited for. */
  send(octets: string | Uint8Array): void {
    if (this.#loss === null) this.#socket.write(octets);
  }

  /** Hands the socket over, for TLS. Nothing that arrived before may be left (CVE-2011-0411 and its kin). */
  release(): Result<Socket, Loss> {
    const early = this.early();
    if (early?.ok) return err(this.lose({ kind: 'unsolicited', line: this.#reader.textOf(early.value) }));
    if (early !== null) return early;
    this.#socket.pause();
    this.#socket.off('data', this.#onData);
    this.#socket.off('end', this.#onEnd);
    this.#socket.off('close', this.#onEnd);
    this.#socket.off('error', this.#onError);
    if (this.#socket.readableLength > 0) return err(this.lose({ kind: 'unsolicited', line: 'octets before TLS' }));
    return ok(this.#socket);
  }

  /** Ends the session at once, for a reason, and answers with it. For whoever asks later, the first reason stays. */
  lose(loss: Loss): Loss {
    this.#loss ??= loss;
    this.#socket.destroy();
    return loss;
  }

  /** Says a last word and closes; the other side gets `milliseconds` to do the same. */
  farewell(octets: string, milliseconds: number): void {
    if (this.#loss !== null) return;
    this.#loss = { kind: 'closed', error: null };
    const timer = setTimeout(() => this.#socket.destroy(), milliseconds);
    this.#socket.once('close', () => clearTimeout(timer));
    this.#socket.end(octets);
  }

  /** Resolves when something happened or the signal aborted; the caller looks what it was. */
  #change(signal: AbortSignal): Promise<void> {
    return new Promise((resolve) => {
      this.#wake = () => {
        signal.removeEventListener('abort', this.#wake);
        this.#wake = () => {};
        resolve();
      };
      signal.addEventListener('abort', this.#wake, { once: true });
    });
  }

  readonly #onData = (chunk: Uint8Array) => {
    this.#reader.push(chunk);
    this.#wake();
  };

  readonly #onEnd = () => this.#onError(null);

  readonly #onError = (error: Error | null) => {
    this.#loss ??= { kind: 'closed', error };
    this.#wake();
  };
}
