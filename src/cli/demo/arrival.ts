import type { Lab } from '../../lab/index.ts';
import { gateway, recipient } from './cast.ts';

/** Milliseconds that the relay gets to pass the message on; it does so at once, unless the gateway was broken. */
const patience = 3_000;

/** What the partner's gateway really holds, which no report of a sender can know. */
export async function arrivalText(lab: Lab): Promise<string> {
  let timer: NodeJS.Timeout | undefined;
  const giveUp = new Promise<void>((resolve) => {
    timer = setTimeout(resolve, patience);
  });
  await Promise.race([lab.idle(), giveUp]);
  clearTimeout(timer);
  const stored = lab.mailbox(recipient).at(-1);
  return stored === undefined
    ? `And ${gateway}, behind it, has nothing for ${recipient} yet.`
    : `And ${gateway} stored it for ${recipient} as ${stored.queueId}.`;
}
