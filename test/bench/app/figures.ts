import { spread } from '../stats.ts';
import type { Deed, ReplayFigures } from './replay.ts';
import type { Start } from './start.ts';

export interface AppMeasured {
  readonly machine: string;
  readonly rounds: readonly { readonly empty: Start; readonly app: Start }[];
  readonly replay: ReplayFigures;
  /** Bytes. */
  readonly firstScreen: number;
}

/** The app's results as Markdown, for the terminal and for the page. */
export function appFigures({ machine, rounds, replay, firstScreen }: AppMeasured): string {
  const time = spread(rounds.map(({ app, empty }) => app.usable / empty.usable));
  const whole = spread(rounds.map(({ app, empty }) => app.loaded / empty.loaded));
  const memory = spread(rounds.map(({ app, empty }) => app.memory / empty.memory));
  const kilobytes = firstScreen / 1_000;
  return [
    machine,
    table([
      ['', 'goal', 'result', ''],
      ['cold start until the first screen takes typing', '≤ 1.15 ×', ratio(time), verdict(time.median <= 1.15)],
      ['cold start until everything works', 'none', ratio(whole), ''],
      ['memory of all processes (PSS)', '≤ 1.15 ×', ratio(memory), verdict(memory.median <= 1.15)],
      ['JavaScript of the first screen, gzip', '≤ 150 kB', `${kilobytes.toFixed(0)} kB`, verdict(kilobytes <= 150)],
    ]),
    table([
      [`longest task of the window with a run of ${replay.events} events …`, 'goal', 'result', ''],
      ...replay.deeds.map(deedRow),
    ]),
    table([
      ['', 'the app', 'an empty window'],
      [
        'first screen takes typing, ms',
        shown(rounds.map(({ app }) => app.usable)),
        shown(rounds.map(({ empty }) => empty.usable)),
      ],
      ['everything works, ms', shown(rounds.map(({ app }) => app.loaded)), 'the same'],
      ['memory, MiB', shown(rounds.map(({ app }) => app.memory)), shown(rounds.map(({ empty }) => empty.memory))],
    ]),
  ].join('\n\n');
}

function deedRow({ what, longTasks }: Deed): readonly string[] {
  const longest = Math.max(0, ...longTasks);
  const result = longest === 0 ? 'none over 50 ms' : `${longest.toFixed(0)} ms (${longTasks.length} over 50 ms)`;
  return [`… ${what}`, '≤ 50 ms', result, verdict(longest === 0)];
}

function ratio({ median, least, most }: ReturnType<typeof spread>): string {
  return `${median.toFixed(2)} × (${least.toFixed(2)} to ${most.toFixed(2)})`;
}

function shown(values: readonly number[]): string {
  const { median, least, most } = spread(values);
  return `${median.toFixed(0)} (${least.toFixed(0)} to ${most.toFixed(0)})`;
}

function verdict(met: boolean): string {
  return met ? 'met' : '**missed**';
}

function table([head = [], ...rows]: readonly (readonly string[])[]): string {
  const line = (cells: readonly string[]) => `| ${cells.join(' | ')} |`;
  return [line(head), `|${'---|'.repeat(head.length)}`, ...rows.map(line)].join('\n');
}
