import type { World } from '../lab/world/index.ts';
import { run } from './program.ts';
import { rounds } from './rounds.ts';

/** One round of discovery for an address that is well published everywhere. Milliseconds of each run, as its report says. */
export interface DiscoveryRound {
  /** Without a password. */
  readonly open: number;
  /** With a sign-in to the directory and to the mailbox. */
  readonly signedIn: number;
  /** The web server swallows every packet: what DNS says must do. */
  readonly deadWeb: number;
}

export async function measureDiscovery(world: World, delay: number, count: number): Promise<readonly DiscoveryRound[]> {
  await world.setDelay(delay);
  const { upn, password } = world.users.alice;
  const open = ['discover', upn];
  return await rounds(count, async () => {
    const whole = { open: await took(world, open), signedIn: await took(world, [...open, '--user', upn], password) };
    await world.fault.drop({ host: 'web' });
    try {
      return { ...whole, deadWeb: await took(world, open) };
    } finally {
      await world.fault.clear();
    }
  });
}

async function took(world: World, args: readonly string[], password?: string): Promise<number> {
  return (await run(world, args, { password })).duration;
}
