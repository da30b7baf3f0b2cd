/** What the server made of a command: `go-on` asks for more of it. */
export interface Answer {
  readonly verdict: 'ok' | 'no' | 'go-on';
  /** All lines of it, as they came. Untrusted. */
  readonly lines: readonly string[];
}

/**
 * What a further line means for the answer that is being read: its end, more of it, or that it cannot be believed.
 *
 * @param before lines of the same answer
 */
export type Judge = (line: string, before: readonly string[]) => Answer['verdict'] | 'more' | 'garbage';
