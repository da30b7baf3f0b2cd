import type { Read, Reader } from '../../net/index.ts';

/** RFC 9051 has no limit, RFC 1939 one of 512 octets; a list of capabilities takes some hundred. */
const longestLine = 8_192;
/** Lines that nobody has taken yet. */
const mostWaiting = 500;

/** Turns octets into lines, however they are cut into chunks. A line without an end, or with NUL in it, is garbage. */
export class LineReader implements Reader<string> {
  readonly #ready: string[] = [];
  #parts: Uint8Array[] = [];
  #size = 0;
  #garbage: string | null = null;

  push(chunk: Uint8Array): void {
    let start = 0;
    while (start < chunk.length && this.#garbage === null) {
      const end = chunk.indexOf(0x0a, start);
      const stop = end < 0 ? chunk.length : end;
      this.#parts.push(chunk.subarray(start, stop));
      this.#size += stop - start;
      if (this.#size > longestLine) this.#garbage = 'a line without an end';
      else if (end >= 0) this.#endLine();
      start = stop + 1;
    }
  }

  next(): Read<string> | null {
    const reply = this.#ready.shift();
    if (reply === undefined) return this.#garbage === null ? null : { kind: 'garbage', line: this.#garbage };
    return { kind: 'reply', reply };
  }

  get empty(): boolean {
    return this.#ready.length === 0 && this.#size === 0 && this.#garbage === null;
  }

  textOf(line: string): string {
    return line;
  }

  #endLine(): void {
    const line = Buffer.concat(this.#parts).toString('utf8').replace(/\r$/, '');
    this.#parts = [];
    this.#size = 0;
    if (line.includes('\0')) {
      this.#garbage = line;
      return;
    }
    this.#ready.push(line);
    if (this.#ready.length > mostWaiting) this.#garbage = 'lines that nobody asked for';
  }
}
