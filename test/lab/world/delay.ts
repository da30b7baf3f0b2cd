import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { hosts, routerNamespace } from './hosts.ts';
import { clientTap, processesIn, routerTap } from './network.ts';
import { assetDir, statePath } from './paths.ts';
import { must, run, startDaemon } from './run.ts';
import { until } from './until.ts';

const delayFile = () => statePath('delay', 'microseconds-per-direction');

/** Compiles and starts the frame mover; from here on the client is connected. */
export async function startMover(): Promise<void> {
  const mover = statePath('delay', 'mover');
  await must(['mkdir', '-p', statePath('delay')]);
  await must(['gcc', '-O2', '-Wall', '-o', mover, join(assetDir, 'delay', 'mover.c')]);
  writeFileSync(delayFile(), '0\n');
  const ends = [hosts.client.namespace, clientTap, routerNamespace, routerTap];
  startDaemon(routerNamespace, [mover, ...ends, delayFile()], statePath('log', 'mover.log'));
  await until(
    'the frame mover to connect the client',
    async () => {
      const ping = ['ping', '-q', '-c1', '-W1', hosts.dns.addresses[0]];
      const result = await run(['ip', 'netns', 'exec', hosts.client.namespace, ...ping]);
      return result.code === 0 ? true : undefined;
    },
    { timeout: 10_000 },
  );
}

/** Sets the round-trip time, in milliseconds, between the client and everything else. Frames on their way keep their old delay. */
export async function setDelay(roundTripMilliseconds: number): Promise<void> {
  if (!(roundTripMilliseconds >= 0 && roundTripMilliseconds <= 10_000))
    throw new RangeError('setDelay: 0 to 10 000 ms');
  writeFileSync(delayFile(), `${Math.round(roundTripMilliseconds * 500)}\n`);
  // The mover is the only process that lives in the router.
  for (const pid of await processesIn(routerNamespace)) process.kill(pid, 'SIGHUP');
}
