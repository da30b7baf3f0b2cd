/** The desktop app against an empty Electron window: `bench.sh` bundles this file and runs it. */
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { machine } from '../machine.ts';
import { writeFigures } from '../page.ts';
import { appFigures } from './figures.ts';
import { firstScreenSize } from './first-screen.ts';
import { measureLive } from './live.ts';
import { measureReplay } from './replay.ts';
import { measureStart, type Start } from './start.ts';

const { values } = parseArgs({
  options: { write: { type: 'boolean', default: false }, rounds: { type: 'string', default: '12' } },
});
const { WAYPOST_BENCH_APP: app = '', WAYPOST_BENCH_EMPTY: empty = '', WAYPOST_BENCH_UI: ui = '' } = process.env;
const count = Number(values.rounds);
const where = machine(count);

console.error('… a round to warm up');
await measureStart(empty);
await measureStart(app);

const rounds: { readonly empty: Start; readonly app: Start }[] = [];
for (let round = 1; round <= count; round++) {
  console.error(`… round ${round} of ${count}`);
  // Each goes first as often as the other.
  const first = await measureStart(round % 2 === 0 ? app : empty);
  const second = await measureStart(round % 2 === 0 ? empty : app);
  rounds.push(round % 2 === 0 ? { app: first, empty: second } : { app: second, empty: first });
}

console.error('… ten thousand events');
const folder = await mkdtemp(join(tmpdir(), 'waypost-bench-'));
try {
  const opened = await measureReplay(app, folder);
  const replay = { ...opened, deeds: [...opened.deeds, await measureLive()] };
  const text = appFigures({ machine: where, rounds, replay, firstScreen: await firstScreenSize(ui) });
  console.log(text);
  const page = process.env['WAYPOST_BENCH_PAGE'];
  if (values.write && page !== undefined) writeFigures(page, text, 'bench:app');
} finally {
  await rm(folder, { recursive: true, force: true });
}
