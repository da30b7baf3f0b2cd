import type { LinkState } from '../../run/index.ts';
import type { Span, Tone } from './line.ts';
import type { Style } from './style.ts';

interface Mark {
  readonly unicode: string;
  readonly ascii: string;
  readonly tone: Tone;
}

const marks: Readonly<Record<LinkState, Mark>> = {
  passed: { unicode: '✓', ascii: '+', tone: 'good' },
  warned: { unicode: '!', ascii: '!', tone: 'warning' },
  failed: { unicode: '✗', ascii: 'x', tone: 'bad' },
  unknown: { unicode: '?', ascii: '?', tone: 'warning' },
  skipped: { unicode: '–', ascii: '-', tone: 'quiet' },
  running: { unicode: '◌', ascii: 'o', tone: 'strong' },
  waiting: { unicode: ' ', ascii: ' ', tone: 'quiet' },
};

/** One character that says how it went; its colour says nothing more. */
export function markOf(state: LinkState, { unicode }: Pick<Style, 'unicode'>): Span {
  const { tone, ...mark } = marks[state];
  return { text: unicode ? mark.unicode : mark.ascii, tone };
}
