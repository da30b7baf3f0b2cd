/** The benchmark: `bench.sh` bundles this file and runs it. Prints its figures; `--write` puts them into the page. */
import { parseArgs } from 'node:util';
import { startWorld } from '../lab/world/index.ts';
import { measureDiscovery } from './discovery.ts';
import { figures } from './figures.ts';
import { machine } from './machine.ts';
import { measureChain, measureDead, measureMemory, measureStart } from './measure.ts';
import { writeFigures } from './page.ts';

const { values } = parseArgs({
  options: { write: { type: 'boolean', default: false }, rounds: { type: 'string', default: '12' } },
});
const count = Number(values.rounds);
const where = machine(count);
const world = await startWorld({ progress });

try {
  progress('start-up');
  const start = await measureStart(30);
  progress('the chain and the work by hand at 0 ms');
  const near = await measureChain(world, 0, count);
  progress('discovery at 0 ms');
  const discovery = await measureDiscovery(world, 0, count);
  progress('memory');
  const memory = await measureMemory(world, 5);
  progress('the chain and the work by hand at 50 ms');
  const far = await measureChain(world, 50, count);
  progress('dead first choices at 50 ms');
  const dead = await measureDead(world, 50, count);

  const text = figures({ machine: where, near, far, dead, discovery, start, memory });
  console.log(text);
  const page = process.env['WAYPOST_BENCH_PAGE'];
  if (values.write && page !== undefined) writeFigures(page, text, 'bench');
} finally {
  await world.reset();
}

function progress(step: string): void {
  console.error(`… ${step}`);
}
