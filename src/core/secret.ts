import { longestSecret, secretPattern } from './mask.ts';

const mask = '••••••••';

/**
 * A password on its way to a server. Every accidental way out prints a mask; `reveal` is called only where the
 * protocol needs the characters (`directory/`, `submission/`, `mailbox/`), which a check enforces.
 */
export class Secret {
  readonly #value: string;
  #pattern: RegExp | null | undefined;

  constructor(value: string) {
    this.#value = value;
  }

  reveal(): string {
    return this.#value;
  }

  /** Empty, blank, NUL and endless passwords are refused before a socket opens (RFC 4513 5.1.2). */
  get usable(): boolean {
    const { length } = this.#value;
    return this.#value.trim() !== '' && !this.#value.includes('\0') && length <= longestSecret;
  }

  /**
   * Text that a server sent, with every occurrence of the secret masked: as it is, percent-encoded, in hex, in base64 or
   * in UTF-16. Secrets of fewer than four characters are not looked for: they cannot be told from ordinary text.
   */
  maskedIn(text: string): string {
    if (this.#pattern === undefined) this.#pattern = secretPattern(this.#value);
    return this.#pattern === null ? text : text.replace(this.#pattern, mask);
  }

  toString(): string {
    return mask;
  }

  toJSON(): string {
    return mask;
  }

  [Symbol.for('nodejs.util.inspect.custom')](): string {
    return mask;
  }
}
