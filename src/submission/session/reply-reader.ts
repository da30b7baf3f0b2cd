import type { Read, Reader } from '../../net/index.ts';
import type { Reply } from './reply.ts';

/** RFC 5321 4.5.3.1.5 gives a line 512 octets; servers exceed that. What is beyond our limit is cut off. */
const longestLine = 2_048;
const mostLines = 100;
const longestReply = 65_536;
/** Replies that nobody has taken yet, in octets. */
const mostWaiting = 262_144;

/**
 * Turns octets into replies (RFC 5321 4.2), however they are cut into chunks. Lines may end in a lone LF. After the
 * first thing that is not a reply, nothing more is read: what follows it cannot be believed.
 */
export class ReplyReader implements Reader<Reply> {
  readonly #ready: Reply[] = [];
  #waiting = 0;
  #lines: string[] = [];
  #code = 0;
  #size = 0;
  #parts: Uint8Array[] = [];
  #kept = 0;
  #garbage: string | null = null;

  push(chunk: Uint8Array): void {
    let start = 0;
    while (start < chunk.length && this.#garbage === null) {
      const end = chunk.indexOf(0x0a, start);
      const stop = end < 0 ? chunk.length : end;
      this.#keep(chunk.subarray(start, stop));
      if (end >= 0 && this.#garbage === null) this.#endLine();
      start = stop + 1;
    }
  }

  /** The next reply, or what came instead of one; null when more octets are needed. */
  next(): Read<Reply> | null {
    const reply = this.#ready.shift();
    if (reply === undefined) return this.#garbage === null ? null : { kind: 'garbage', line: this.#garbage };
    if (this.#ready.length === 0) this.#waiting = 0;
    return { kind: 'reply', reply };
  }

  /** True when no octet is left that was not taken as part of a reply. */
  get empty(): boolean {
    return this.#ready.length === 0 && this.#size === 0 && this.#garbage === null;
  }

  textOf({ lines }: Reply): string {
    return lines.join(' ');
  }

  #keep(part: Uint8Array): void {
    this.#size += part.length;
    const room = longestLine - this.#kept;
    const kept = part.subarray(0, Math.max(0, room));
    if (kept.length > 0) this.#parts.push(kept);
    this.#kept += kept.length;
    if (this.#size > longestReply) this.#reject('a reply without an end');
  }

  #endLine(): void {
    this.#size += 1;
    const line = Buffer.concat(this.#parts).toString('utf8').replace(/\r$/, '');
    this.#parts = [];
    this.#kept = 0;
    const [, code, separator, text = ''] = /^([2-5]\d\d)(?:([ -])(.*))?$/s.exec(line) ?? [];
    const continues = this.#lines.length === 0 || Number(code) === this.#code;
    if (code === undefined || !continues) this.#reject(line);
    else this.#addLine(Number(code), text, separator === '-');
  }

  #addLine(code: number, text: string, more: boolean): void {
    this.#code = code;
    this.#lines.push(text);
    if (!more) this.#endReply();
    else if (this.#lines.length >= mostLines) this.#reject('a reply of too many lines');
  }

  #endReply(): void {
    this.#waiting += this.#size;
    this.#ready.push({ code: this.#code, lines: this.#lines });
    this.#lines = [];
    this.#size = 0;
    if (this.#waiting > mostWaiting) this.#reject('replies that nobody asked for');
  }

  #reject(line: string): void {
    // Whole, as far as lines are kept: a secret that was cut in two would not be found and masked.
    this.#garbage ??= line;
  }
}
