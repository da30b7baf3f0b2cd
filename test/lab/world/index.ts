/**
 * The door of the lab: a real world of servers in network namespaces of this machine. Root and Linux only.
 *
 *     const world = await startWorld();
 *     await world.client.exec(['dig', '+short', 'mail.corp.example']);
 */
import { build, isRunning, reset, tearDown } from './build.ts';
import { caCertificate } from './ca.ts';
import { type Client, clientOn } from './client.ts';
import { badPwdCount, resetBadPasswords } from './counts.ts';
import { setDelay } from './delay.ts';
import { quotaMebibytes } from './dovecot.ts';
import { type EvilName, evilAddresses, type ReceivedCommand, receivedCommands } from './evil.ts';
import * as faults from './faults.ts';
import { address, type ClientName, hosts } from './hosts.ts';
import { withLock } from './lock.ts';
import { mailbox, type WaitForMailOptions, waitForMail } from './mailboxes.ts';
import { statePath } from './paths.ts';
import { partnerSizeLimit, relaySizeLimit } from './relays.ts';
import type { DcName } from './samba.ts';
import { adminPassword, soonDays, users } from './users.ts';

export type { Client } from './client.ts';
export type { AccountState, LabUser } from './users.ts';

export interface StartOptions {
  /** Build anew even if a world of this version is running. */
  readonly fresh?: boolean;
  /** Take a running world as it is, with whatever a test left in it. */
  readonly keepState?: boolean;
  readonly progress?: (step: string) => void;
}

export interface World {
  /** In the head office; all its packets are subject to `setDelay`. */
  readonly client: Client;
  /** `branchclient` is in the site of dc2, `lostclient` in a subnet that no site claims. */
  readonly clients: Readonly<Record<ClientName, Client>>;
  readonly hosts: typeof hosts;
  readonly address: typeof address;
  readonly users: typeof users;
  readonly adminPassword: string;
  readonly soonDays: number;
  /** Octets that each person may store. */
  readonly quota: number;
  readonly sizeLimit: { readonly relay: number; readonly partner: number };
  /** The PEM file of the authority that signed the servers' certificates. */
  readonly ca: string;
  readonly fault: typeof faults;
  readonly evil: {
    readonly addresses: typeof evilAddresses;
    /** Every line that one of the misbehaving servers has read since the last reset. */
    received(host: EvilName): readonly ReceivedCommand[];
  };
  badPwdCount(sam: string, dc?: DcName): Promise<number>;
  resetBadPasswords(): Promise<void>;
  mailbox(address: string): readonly string[];
  waitForMail(address: string, options?: WaitForMailOptions): Promise<string>;
  /** The round-trip time, in milliseconds, between `client` and everything else. */
  setDelay(roundTripMilliseconds: number): Promise<void>;
  /** The path of a server's log, such as `postfix-mail.log`, `dovecot-events.log` or `dc1.log`. */
  log(name: string): string;
  /** No faults, no delay, no mail, no failed sign-ins. */
  reset(): Promise<void>;
  stop(): Promise<void>;
}

/** Finds the running world, or builds it, and hands it over as good as new. It goes on running when this process ends. */
export async function startWorld(options: StartOptions = {}): Promise<World> {
  await withLock(async () => {
    if (options.fresh !== true && (await isRunning())) {
      if (options.keepState !== true) await reset();
    } else {
      await build(options.progress ?? (() => undefined));
    }
  });
  return world();
}

/** Ends and removes the world, whether it is whole, broken or not there. */
export async function stopWorld(): Promise<void> {
  await withLock(tearDown);
}

/** Whether `startWorld` would find a world to use again. */
export async function worldIsRunning(): Promise<boolean> {
  return await isRunning();
}

function world(): World {
  const clients = {
    client: clientOn(hosts.client),
    branchclient: clientOn(hosts.branchclient),
    lostclient: clientOn(hosts.lostclient),
  };
  return {
    client: clients.client,
    clients,
    hosts,
    address,
    users,
    adminPassword,
    soonDays,
    quota: quotaMebibytes * 1_024 * 1_024,
    sizeLimit: { relay: relaySizeLimit, partner: partnerSizeLimit },
    ca: caCertificate(),
    fault: faults,
    evil: { addresses: evilAddresses, received: receivedCommands },
    badPwdCount,
    resetBadPasswords,
    mailbox,
    waitForMail,
    setDelay,
    log: (name) => statePath('log', name),
    reset,
    stop: stopWorld,
  };
}
