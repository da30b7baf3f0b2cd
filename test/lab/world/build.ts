import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { startBind } from './bind.ts';
import { createAuthorities, issue } from './ca.ts';
import { resetBadPasswords } from './counts.ts';
import { setDelay, startMover } from './delay.ts';
import { startDovecot } from './dovecot.ts';
import { evilAddresses, forgetReceivedCommands, issueEvilCertificates, startEvil } from './evil.ts';
import { clear } from './faults.ts';
import { domain, hosts, routerNamespace } from './hosts.ts';
import { createMailboxes, emptyMailboxes } from './mailboxes.ts';
import { buildNetwork, processesIn, removeNetwork } from './network.ts';
import { assetDir, filesBelow, stateDir, statePath, writeState } from './paths.ts';
import { emptyQueue, startPostfix } from './postfix.ts';
import { mailAliases } from './published.ts';
import { openRelay, partner, relay } from './relays.ts';
import { issueDcCertificates, lockLockedAccount, startFirstDc, startSecondDc } from './samba.ts';
import { signZones, startValidatingResolver } from './signed.ts';
import { issueWebCertificates, startWeb } from './web.ts';
import { zones } from './zones.ts';

export type Progress = (step: string) => void;

const relays = [relay, openRelay, partner];

/** Builds the world from nothing. What a half-finished attempt left behind is removed first. */
export async function build(progress: Progress): Promise<void> {
  await tearDown();
  mkdirSync(stateDir, { recursive: true });
  try {
    await buildNetwork();
    await createAuthorities();
    await issueDcCertificates();
    progress('network and certificate authority');
    await all([buildDirectory(progress), buildServers(progress)]);
    await lockLockedAccount();
  } catch (error) {
    const logs = logTails();
    await tearDown();
    throw new Error(`the lab could not be built: ${error instanceof Error ? error.message : error}\n${logs}`);
  }
  writeState('stamp', version());
}

/** Whether a world built from these very sources is running. */
export async function isRunning(): Promise<boolean> {
  const stamp = statePath('stamp');
  if (!existsSync(stamp) || readFileSync(stamp, 'utf8') !== version()) return false;
  const withServers = [
    hosts.dns,
    hosts.dc1,
    hosts.dc2,
    hosts.mail,
    hosts.openrelay,
    hosts.partner,
    hosts.evil,
    hosts.web,
  ];
  const namespaces = [routerNamespace, ...withServers.map(({ namespace }) => namespace)];
  const processes = await Promise.all(namespaces.map(processesIn));
  return processes.every((pids) => pids.length > 0);
}

/** Back to how it was when it was new: no faults, no delay, no mail, no failed sign-ins. */
export async function reset(): Promise<void> {
  await clear();
  await setDelay(0);
  await all([...relays.map(emptyQueue), resetBadPasswords()]);
  emptyMailboxes();
  forgetReceivedCommands();
}

/** Ends every process of the world and removes what it left, on disk and in the network. */
export async function tearDown(): Promise<void> {
  await removeNetwork();
  rmSync(stateDir, { recursive: true, force: true });
}

async function buildDirectory(progress: Progress): Promise<void> {
  await startFirstDc();
  progress('first domain controller');
  await startSecondDc();
  progress('second domain controller');
}

async function buildServers(progress: Progress): Promise<void> {
  await startBind(zones(evilAddresses), await signZones());
  await startMover();
  await startValidatingResolver();
  const mailNames = ['mail', 'relay', 'dual', 'twin'].map((name) => `${name}.${domain}`);
  await issue({ name: 'mail', names: [...mailNames, ...mailAliases] });
  await issue({ name: 'open', names: [`open.${domain}`, 'relay.alt.example'] });
  await issue({ name: 'partner', names: ['mx.partner.example'] });
  await issueEvilCertificates();
  await startEvil();
  await issueWebCertificates();
  await startWeb();
  await createMailboxes();
  await startDovecot();
  for (const each of relays) await startPostfix(each);
  progress('name server, relays and misbehaving hosts');
}

/** Like Promise.all, but returns only when nothing is running any more: a tear-down must not race a builder. */
async function all(work: readonly Promise<unknown>[]): Promise<void> {
  for (const outcome of await Promise.allSettled(work)) if (outcome.status === 'rejected') throw outcome.reason;
}

function version(): string {
  const hash = createHash('sha256');
  for (const path of filesBelow(assetDir))
    hash.update(path.slice(assetDir.length)).update(readFileSync(path, 'latin1'));
  return hash.digest('hex');
}

function logTails(): string {
  const dir = statePath('log');
  if (!existsSync(dir)) return '';
  return readdirSync(dir)
    .map((name) => `--- ${name}\n${readFileSync(join(dir, name), 'utf8').slice(-1500)}`)
    .join('\n');
}
