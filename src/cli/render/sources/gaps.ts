import type { Report } from '../../../run/index.ts';
import type { Line } from '../line.ts';
import { wrap } from '../wrap.ts';

const directions = [
  ['incoming', ['imap', 'pop3']],
  ['outgoing', ['submission']],
] as const;

/** For which direction no server can be used, where for the other one there is: half a set-up looks like a whole one. */
export function gapLines({ chain: { settings }, probes }: Report, width: number): Line[] {
  const chosen = (settings?.servers ?? []).filter(({ verdict }) => verdict === 'chosen');
  if (chosen.length === 0) return [];
  const isTold = probes.some(({ problems }) => problems.some(({ code }) => code === 'settings.no-incoming'));
  return directions.flatMap(([direction, services]) => {
    const isThere = chosen.some(({ service }) => services.some((one) => one === service));
    return isThere || (isTold && direction === 'incoming')
      ? []
      : [[], ...wrap(`No server for ${direction} mail was found that can be used.`, width, 0, 0, 'warning')];
  });
}
