import type { Report } from '../../run/index.ts';
import type { Line } from './line.ts';
import { wrap } from './wrap.ts';

const arrows = { sent: '>', received: '<', note: '#' } as const;

/** What was said on the wire, as far as it may be shown: passwords never get into a report. */
export function transcriptLines({ transcript }: Report, width: number): Line[] {
  if (transcript.length === 0) return [];
  let before = '';
  const lines = transcript.flatMap(({ protocol, peer, direction, text }): Line[] => {
    const conversation = `${protocol} ${peer}`;
    const heading: Line[] = conversation === before ? [] : [[{ text: `  ${conversation}`, tone: 'quiet' }]];
    before = conversation;
    return [...heading, ...wrap(`${arrows[direction]} ${text}`, width, 4, 6)];
  });
  return [[], [{ text: 'Transcript', tone: 'strong' }], ...lines];
}
