import { existsSync, rmSync } from 'node:fs';
import { isIP } from 'node:net';
import { clientNames, type Host, type HostName, hosts } from './hosts.ts';
import { processesIn } from './network.ts';
import { statePath, writeState } from './paths.ts';
import { inside, must } from './run.ts';

export interface FaultTarget {
  readonly host: HostName;
  /** Default: every address of the host. */
  readonly address?: string;
  /** Default: every port, and every protocol. */
  readonly ports?: readonly number[];
  /** Whose packets are hit. Default `client`: servers keep talking to each other, so that only one link of the chain breaks. */
  readonly from?: 'client' | 'anyone';
}

const table = 'inet wp_faults';

/** TCP and UDP packets to the target vanish, as behind a dead host or a silent firewall. */
export async function drop(target: FaultTarget): Promise<void> {
  await addRules(target, () => 'drop');
}

/** The target refuses: TCP gets a reset, everything else "port unreachable". */
export async function reject(target: FaultTarget): Promise<void> {
  await addRules(target, (protocol) => (protocol === 'tcp' ? 'reject with tcp reset' : 'reject'));
}

/** Stops every process of a host: connections are still accepted by its kernel, and nothing is ever answered. */
export async function freeze(host: HostName): Promise<void> {
  markFaulty(host);
  await signalAll(host, 'SIGSTOP');
}

export async function thaw(host: HostName): Promise<void> {
  await signalAll(host, 'SIGCONT');
}

/** Ends all faults, on all hosts. */
export async function clear(): Promise<void> {
  await Promise.all(
    faultyHosts().map(async (host) => {
      await nft(hosts[host].namespace, `add table ${table}\ndelete table ${table}\n`);
      await thaw(host);
      rmSync(statePath('faulty', host));
    }),
  );
}

// On disk, so that the next process knows what one that crashed has left behind.
function markFaulty(host: HostName): void {
  writeState(`faulty/${host}`, '');
}

function faultyHosts(): readonly HostName[] {
  return (Object.keys(hosts) as readonly HostName[]).filter((host) => existsSync(statePath('faulty', host)));
}

async function addRules(target: FaultTarget, verdict: (protocol: 'tcp' | 'udp') => string): Promise<void> {
  markFaulty(target.host);
  const rules = (['ip', 'ip6'] as const).flatMap((family) => {
    const addresses = matchAddresses(family, target);
    if (addresses === undefined) return [];
    return (['tcp', 'udp'] as const).map((protocol) => {
      const ports = target.ports === undefined ? '' : `${protocol} dport { ${target.ports.join(', ')} } `;
      return `add rule ${table} input ${addresses} meta l4proto ${protocol} ${ports}${verdict(protocol)}`;
    });
  });
  const chain = `add chain ${table} input { type filter hook input priority 0; }`;
  await nft(hosts[target.host].namespace, [`add table ${table}`, chain, ...rules, ''].join('\n'));
}

function matchAddresses(family: 'ip' | 'ip6', { address, from }: FaultTarget): string | undefined {
  const isOther = address !== undefined && (isIP(address) === 6) !== (family === 'ip6');
  if (isOther) return undefined;
  const destination = address === undefined ? '' : `${family} daddr ${address}`;
  const source = from === 'anyone' ? '' : `${family} saddr { ${clientAddresses[family].join(', ')} }`;
  // A family must be named even where no address narrows it down.
  return `meta nfproto ${family === 'ip' ? 'ipv4' : 'ipv6'} ${source} ${destination}`;
}

const clients: readonly Host[] = clientNames.map((name) => hosts[name]);
const clientAddresses = {
  ip: clients.flatMap((client) => client.addresses),
  ip6: clients.flatMap((client) => client.address6 ?? []),
};

async function nft(namespace: string, commands: string): Promise<void> {
  await must(inside(namespace, ['nft', '-f', '-']), { input: commands });
}

async function signalAll(host: HostName, signal: 'SIGSTOP' | 'SIGCONT'): Promise<void> {
  for (const pid of await processesIn(hosts[host].namespace)) process.kill(pid, signal);
}
