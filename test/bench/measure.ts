import type { World } from '../lab/world/index.ts';
import { type ByHand, byHand } from './by-hand.ts';
import { roundTripTime } from './ping.ts';
import { type Diagnosis, diagnose, peakMemory, startUp } from './program.ts';
import { rounds } from './rounds.ts';

/** One round of the whole chain against the same work by hand. */
export interface ChainRound {
  /** The round-trip time of this round, in milliseconds. */
  readonly rtt: number;
  readonly waypost: Diagnosis;
  readonly byHand: ByHand;
}

/** One round of the whole chain, once with everything in order and once with dead first choices. */
export interface DeadRound {
  readonly rtt: number;
  readonly healthy: Diagnosis;
  readonly dead: Diagnosis;
}

/** Process lifetimes in milliseconds. */
export interface StartRound {
  readonly version: number;
  readonly nothing: number;
}

export async function measureChain(world: World, delay: number, count: number): Promise<readonly ChainRound[]> {
  await world.setDelay(delay);
  return await rounds(count, async () => ({
    rtt: await settledRoundTrip(world, delay),
    waypost: await diagnose(world, 'mail'),
    byHand: await byHand(world),
  }));
}

/** The first domain controller and the first address of the relay (`twin` has two) swallow every packet. */
export async function measureDead(world: World, delay: number, count: number): Promise<readonly DeadRound[]> {
  await world.setDelay(delay);
  return await rounds(count, async () => {
    const rtt = await settledRoundTrip(world, delay);
    const healthy = await diagnose(world, 'twin');
    await world.fault.drop({ host: 'dc1' });
    await world.fault.drop({ host: 'mail', address: world.address.mailTwin });
    try {
      return { rtt, healthy, dead: await diagnose(world, 'twin') };
    } finally {
      await world.fault.clear();
    }
  });
}

export async function measureStart(count: number): Promise<readonly StartRound[]> {
  return await rounds(count, async () => ({ version: startUp.version(), nothing: startUp.nothing() }));
}

/** Bytes. */
export async function measureMemory(world: World, count: number): Promise<readonly number[]> {
  await world.setDelay(0);
  return await rounds(count, () => peakMemory(world, 'mail'), 0);
}

async function settledRoundTrip(world: World, delay: number): Promise<number> {
  const rtt = await roundTripTime(world.client, world.address.mail);
  if (Math.abs(rtt - delay) > 5)
    throw new Error(`a round trip takes ${rtt} ms, not ${delay}: is the lab used elsewhere?`);
  return rtt;
}
