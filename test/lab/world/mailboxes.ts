import { existsSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { insideBoxes, insideMaildir } from './dovecot.ts';
import { domain } from './hosts.ts';
import { filesBelow } from './paths.ts';
import { partnerBoxes } from './relays.ts';
import { must } from './run.ts';
import { until } from './until.ts';

export interface WaitForMailOptions {
  /** Milliseconds. Default 10 000. */
  readonly timeout?: number;
  /** Which message is waited for. Default: any. */
  readonly where?: (message: string) => boolean;
}

/** The raw messages that lie in a mailbox, oldest first: of somebody at a partner's, or of a person inside by `sam@corp.example`. */
export function mailbox(address: string): readonly string[] {
  const maildir = maildirOf(address);
  return ['new', 'cur'].flatMap((part) => {
    const dir = join(maildir, part);
    if (!existsSync(dir)) return [];
    return readdirSync(dir)
      .sort()
      .map((name) => readFileSync(join(dir, name), 'utf8'));
  });
}

/** Waits until a message lies in the mailbox, and returns it. */
export function waitForMail(address: string, options: WaitForMailOptions = {}): Promise<string> {
  const matches = options.where ?? (() => true);
  return until(`mail for ${address}`, () => mailbox(address).find(matches), { timeout: options.timeout ?? 10_000 });
}

/** Makes the directories that the mail servers deliver into, as a user that may. */
export async function createMailboxes(): Promise<void> {
  const roots = [partnerBoxes(), insideBoxes()];
  await must(['install', '-d', '-o', 'mail', '-g', 'mail', ...roots]);
}

/** Removes all delivered messages. The directories stay: their owners are those that deliver into them. */
export function emptyMailboxes(): void {
  for (const root of [partnerBoxes(), insideBoxes()]) {
    for (const file of filesBelow(root)) rmSync(file, { force: true });
  }
}

function maildirOf(address: string): string {
  const at = address.lastIndexOf('@');
  const [local, mailDomain] = [address.slice(0, at), address.slice(at + 1)];
  return mailDomain === domain ? insideMaildir(local) : join(partnerBoxes(), mailDomain, local);
}
