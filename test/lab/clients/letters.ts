import type { World } from '../world/index.ts';

/** Waits until the letter with this subject lies in Bob's mailbox at the partner's, and returns it. */
export function arrival(world: World, subject: string): Promise<string> {
  const where = (message: string) => message.includes(`\nSubject: ${subject}`);
  return world.waitForMail('bob@partner.example', { where, timeout: 60_000 });
}
