/** The lab by hand: `lab.sh` bundles this file and runs it. */
import { spawnSync } from 'node:child_process';
import type { ClientName } from './hosts.ts';
import { startWorld, stopWorld, worldIsRunning } from './index.ts';

const usage = `usage: lab.sh up [--fresh] | down | status | reset | delay MS | exec [--on CLIENT] COMMAND…
  CLIENT is client (default), branchclient or lostclient`;

const [command, ...rest] = process.argv.slice(2);

switch (command) {
  case 'up':
    await up(rest.includes('--fresh'));
    break;
  case 'down':
    await stopWorld();
    break;
  case 'status':
    console.log((await worldIsRunning()) ? 'running' : 'not running');
    break;
  case 'reset':
    await (await running()).reset();
    break;
  case 'delay':
    await (await running()).setDelay(Number(rest[0]));
    break;
  case 'exec':
    await exec(rest);
    break;
  default:
    console.error(usage);
    process.exitCode = 2;
}

async function up(fresh: boolean): Promise<void> {
  const startedAt = performance.now();
  const seconds = () => ((performance.now() - startedAt) / 1000).toFixed(1);
  const world = await startWorld({ fresh, progress: (step) => console.log(`${seconds().padStart(6)} s  ${step}`) });
  console.log(`${seconds().padStart(6)} s  ready; its authority is ${world.ca}`);
}

async function running() {
  if (!(await worldIsRunning())) throw new Error('no lab of this version is running: lab.sh up');
  return await startWorld({ keepState: true });
}

async function exec(argv: readonly string[]): Promise<void> {
  const world = await running();
  const onOther = argv[0] === '--on';
  const client = onOther ? world.clients[argv[1] as ClientName] : world.client;
  const [file = '', ...args] = client.command(onOther ? argv.slice(2) : argv);
  process.exitCode = spawnSync(file, args, { stdio: 'inherit' }).status ?? 1;
}
