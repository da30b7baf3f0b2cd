import type { Report } from '../../run/index.ts';
import type { Line } from './line.ts';
import { duration } from './units.ts';
import { wrap } from './wrap.ts';

/** What each step asked whom, and what was answered. */
export function exchangeLines({ probes }: Report, width: number): Line[] {
  const asked = probes.filter(({ exchanges }) => exchanges.length > 0);
  if (asked.length === 0) return [];
  const lines = asked.flatMap(({ id, exchanges }): Line[] => [
    [{ text: `  ${id}`, tone: 'quiet' }],
    ...exchanges.flatMap(({ protocol, peer, asked: question, answered, duration: ms }) =>
      wrap(`${protocol} ${peer}: ${question} -> ${answered} (${duration(ms)})`, width, 4, 6),
    ),
  ]);
  return [[], [{ text: 'Asked and answered', tone: 'strong' }], ...lines];
}
