import { timedPath } from './critical-path.ts';
import type { DiscoveryRound } from './discovery.ts';
import type { ChainRound, DeadRound, StartRound } from './measure.ts';
import { type Spread, spread, typical } from './stats.ts';

export interface Measured {
  readonly machine: string;
  readonly near: readonly ChainRound[];
  readonly far: readonly ChainRound[];
  readonly dead: readonly DeadRound[];
  readonly discovery: readonly DiscoveryRound[];
  readonly start: readonly StartRound[];
  readonly memory: readonly number[];
}

/** All results as Markdown, for the terminal and for the page. */
export function figures(measured: Measured): string {
  const { machine, near, far, dead, discovery, start, memory } = measured;
  return [
    machine,
    goals(measured),
    '### The run',
    runs(near, far),
    '### By hand',
    hand(near, far),
    '### Dead first choices',
    deadRuns(dead),
    '### Discovery',
    discoveryRuns(discovery),
    '### What it costs',
    costs(near, start, memory),
    '### Where the time goes',
    path(far),
  ].join('\n\n');
}

function goals({ near, far, dead, discovery, start }: Measured): string {
  return table(
    ['', 'goal', 'result', ''],
    [
      goal('(a) the chain at 50 ms, against its round-trip floor', 1.15, spread(far.map(overFloor)), '×'),
      goal('(b) the whole process at 0 ms, against the work by hand', 0.25, spread(near.map(overHand)), '×'),
      goal('(b) the whole process at 50 ms, against the work by hand', 0.25, spread(far.map(overHand)), '×'),
      goal(
        '(c) dead first choices at 50 ms, beyond the floor of a healthy run',
        600,
        spread(dead.map(beyondFloor)),
        'ms',
      ),
      goal('(d) start-up, against `node -e 0`', 2, spread(start.map(({ version, nothing }) => version / nothing)), '×'),
      goal('(e) discovery at 0 ms, with sign-in', 2_000, spread(discovery.map(({ signedIn }) => signedIn)), 'ms'),
    ],
  );
}

function goal(
  what: string,
  limit: number,
  { median: result, least, most }: Spread,
  unit: '×' | 'ms',
): readonly string[] {
  const show = (value: number) => (unit === '×' ? value.toFixed(2) : value.toFixed(0));
  const range = `${show(result)} ${unit} (${show(least)} to ${show(most)})`;
  return [what, `≤ ${limit} ${unit}`, range, result <= limit ? 'met' : '**missed**'];
}

const floorOf = ({ report }: ChainRound['waypost'], rtt: number) => report.roundTripFloor.roundTrips * rtt;
/** From each question of the critical path to its answer. */
const answering = ({ report }: ChainRound['waypost']) =>
  timedPath(report).steps.reduce((sum, { took }) => sum + took, 0);
const overFloor = ({ waypost, rtt }: ChainRound) => waypost.duration / floorOf(waypost, rtt);
const overHand = ({ waypost, byHand }: ChainRound) => waypost.wall / byHand.wall;
const beyondFloor = ({ healthy, dead, rtt }: DeadRound) => dead.duration - floorOf(healthy, rtt);

function runs(...delays: readonly (readonly ChainRound[])[]): string {
  const row = (what: string, value: (round: ChainRound) => number, digits = 0) => [
    what,
    ...delays.map((all) => range(all.map(value), digits)),
  ];
  return table(
    ['', 'at 0 ms', 'at 50 ms'],
    [
      row('round trip by ping, ms', ({ rtt }) => rtt, 1),
      row('round trips on the critical path', ({ waypost }) => waypost.report.roundTripFloor.roundTrips),
      row('floor, ms', ({ waypost, rtt }) => floorOf(waypost, rtt)),
      row('the run, ms', ({ waypost }) => waypost.duration),
      row('beyond the floor, ms', ({ waypost, rtt }) => waypost.duration - floorOf(waypost, rtt)),
      row(
        '… in answers slower than a round trip, ms',
        ({ waypost, rtt }) => answering(waypost) - floorOf(waypost, rtt),
      ),
      row('… between answers and after the last, ms', ({ waypost }) => waypost.duration - answering(waypost)),
      row('start and end of the process around it, ms', ({ waypost }) => waypost.wall - waypost.duration),
      row('the whole process, ms', ({ waypost }) => waypost.wall),
    ],
  );
}

function hand(near: readonly ChainRound[], far: readonly ChainRound[]): string {
  const tools = Object.keys(near[0]?.byHand.shares ?? {});
  const share = (all: readonly ChainRound[], tool: string) => range(all.map(({ byHand }) => byHand.shares[tool] ?? 0));
  const all = (rounds: readonly ChainRound[]) => range(rounds.map(({ byHand }) => byHand.wall));
  return table(
    ['ms', 'at 0 ms', 'at 50 ms'],
    [...tools.map((tool) => [tool, share(near, tool), share(far, tool)]), ['all', all(near), all(far)]],
  );
}

function deadRuns(dead: readonly DeadRound[]): string {
  return table(
    ['at 50 ms', 'ms'],
    [
      ['floor of a healthy run', range(dead.map(({ healthy, rtt }) => floorOf(healthy, rtt)))],
      ['a healthy run', range(dead.map(({ healthy }) => healthy.duration))],
      ['first domain controller and first relay address black-holed', range(dead.map((round) => round.dead.duration))],
      ['what the dead ones cost', range(dead.map((round) => round.dead.duration - round.healthy.duration))],
    ],
  );
}

function discoveryRuns(discovery: readonly DiscoveryRound[]): string {
  return table(
    ['at 0 ms', 'ms'],
    [
      ['`discover ADDRESS`', range(discovery.map(({ open }) => open))],
      ['`discover ADDRESS --user USER`, to the open mailbox', range(discovery.map(({ signedIn }) => signedIn))],
      ['`discover ADDRESS`, the web server black-holed', range(discovery.map(({ deadWeb }) => deadWeb))],
    ],
  );
}

function costs(near: readonly ChainRound[], start: readonly StartRound[], memory: readonly number[]): string {
  return table(
    ['', 'median (range)'],
    [
      ['processor time of a whole process, ms', range(near.map(({ waypost }) => waypost.cpu))],
      ['processor time by hand, ms', range(near.map(({ byHand }) => byHand.cpu))],
      ['peak memory, MiB', range(memory.map((bytes) => bytes / 2 ** 20))],
      ['`waypost --version`, ms', range(start.map(({ version }) => version))],
      ['`node -e 0`, ms', range(start.map(({ nothing }) => nothing))],
    ],
  );
}

/** Of the run at 50 ms whose duration is closest to the median. */
function path(far: readonly ChainRound[]): string {
  const { waypost, rtt } = typical(far, (round) => round.waypost.duration);
  const { steps, after } = timedPath(waypost.report);
  const beyond = steps.map(({ took, roundTrips }) => took - roundTrips * rtt);
  const total = [
    ...[steps.reduce((sum, { before }) => sum + before, after), steps.reduce((sum, { took }) => sum + took, 0)],
    beyond.reduce((sum, each) => sum + each, 0),
  ];
  return table(
    ['critical path of a typical run at 50 ms', 'before it, ms', 'took, ms', 'beyond its round trip, ms'],
    [
      ...steps.map(({ what, before, took }, index) => [what, ...fixed([before, took, beyond[index] ?? 0])]),
      ['(the end)', ...fixed([after]), '', ''],
      ['all', ...fixed(total)],
    ],
  );
}

const fixed = (values: readonly number[]) => values.map((value) => value.toFixed(0));

function range(values: readonly number[], digits = 0): string {
  const { median: middle, least, most } = spread(values);
  const show = (value: number) => value.toFixed(digits);
  return show(least) === show(most) ? show(middle) : `${show(middle)} (${show(least)} to ${show(most)})`;
}

function table(head: readonly string[], rows: readonly (readonly string[])[]): string {
  const line = (cells: readonly string[]) => `| ${cells.join(' | ')} |`;
  return [line(head), `|${'---|'.repeat(head.length)}`, ...rows.map(line)].join('\n');
}
