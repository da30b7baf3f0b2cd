import { ImapSyntaxError } from './words.ts';

/** Octets of one command, its literals included. */
const longest = 16_384;

/** Puts commands together from what comes in (RFC 9051 2.2.1, 4.3). Octets are kept as latin1. */
export class CommandReader {
  #input = '';
  #command = '';
  #literal = 0;

  push(chunk: Buffer): void {
    this.#input += chunk.toString('latin1');
  }

  /** Whether something has come that belongs to no command yet. */
  get isEmpty(): boolean {
    return this.#input === '' && this.#command === '';
  }

  /**
   * The next command without its end of line; `go-on` when the client waits to be asked for a literal; null when nothing is
   * whole yet. Throws ImapSyntaxError when a command is too long.
   */
  next(): { readonly command: string } | 'go-on' | null {
    for (;;) {
      if (this.#command.length + Math.max(this.#literal, this.#input.length) > longest) {
        throw new ImapSyntaxError('the command is too long');
      }
      if (this.#input.length < this.#literal) return null;
      const end = this.#input.indexOf('\r\n', this.#literal);
      if (end < 0) return null;
      const line = this.#input.slice(0, end);
      const [announced, octets = '', plus] = /\{(\d{1,9})(\+?)\}$/.exec(line.slice(this.#literal)) ?? [];
      this.#input = this.#input.slice(end + 2);
      this.#command += line;
      if (announced === undefined) {
        const command = this.#command;
        this.#command = '';
        this.#literal = 0;
        return { command };
      }
      this.#literal = Number(octets);
      this.#command += '\r\n';
      if (plus === '') return 'go-on';
    }
  }
}
