import { visible } from '../core/index.ts';

/** The command line was not understood: says which argument, what stood there, and what to write instead. */
export class UsageError extends Error {
  override readonly name = 'UsageError';

  /**
   * @param argument as it was typed, for example `--port`
   * @param value what was given for it; null when nothing was
   * @param fix a sentence without its full stop
   */
  constructor(argument: string, value: string | null, fix: string) {
    super(value === null ? `${argument}: ${fix}.` : `${argument} ${quoted(value)}: ${fix}.`);
  }
}

function quoted(value: string): string {
  return value === '' ? '(empty)' : `“${visible(value, 100)}”`;
}
