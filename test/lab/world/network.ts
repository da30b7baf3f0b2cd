import { mkdirSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { address, clientNames, domain, type Host, hosts, links, realm, routerNamespace } from './hosts.ts';
import { must, run } from './run.ts';
import { until } from './until.ts';

/** The client's interface and its other end: the frame mover of `delay.ts` stands between the two. */
export const clientTap = 'eth0';
export const routerTap = 'tap-client';

const allHosts: readonly Host[] = Object.values(hosts);
const namespaces = [routerNamespace, ...allHosts.map((host) => host.namespace)];

/** Builds the namespaces, bridges and links, and the files that `ip netns exec` shows as those of /etc. */
export async function buildNetwork(): Promise<void> {
  writeEtcFiles();
  for (const namespace of namespaces) {
    await must(['ip', 'netns', 'add', namespace]);
    await must(['ip', '-n', namespace, 'link', 'set', 'lo', 'up']);
  }
  await batch(routerNamespace, bridgeCommands());
  await must(['ip', 'netns', 'exec', routerNamespace, 'sysctl', '-qw', 'net.ipv4.ip_forward=1']);
  for (const host of allHosts) await connectHost(host);
}

/** Ends every process inside the namespaces and removes them. Safe to call when nothing, or half, is there. */
export async function removeNetwork(): Promise<void> {
  const existing = await existingNamespaces();
  for (const namespace of existing) await endProcesses(namespace);
  for (const namespace of existing) await must(['ip', 'netns', 'delete', namespace]);
  for (const namespace of namespaces) rmSync(`/etc/netns/${namespace}`, { recursive: true, force: true });
}

export async function processesIn(namespace: string): Promise<readonly number[]> {
  const result = await run(['ip', 'netns', 'pids', namespace]);
  return result.stdout.split('\n').filter(Boolean).map(Number);
}

async function existingNamespaces(): Promise<readonly string[]> {
  const listed = await must(['ip', 'netns', 'list']);
  const names = new Set(listed.split('\n').map((line) => line.split(' ')[0] ?? ''));
  return namespaces.filter((name) => names.has(name));
}

async function endProcesses(namespace: string): Promise<void> {
  await until(
    `processes in ${namespace} to end`,
    async () => {
      const pids = await processesIn(namespace);
      for (const pid of pids) kill(pid);
      return pids.length === 0 ? true : undefined;
    },
    { timeout: 10_000, interval: 20 },
  );
}

function kill(pid: number): void {
  try {
    process.kill(pid, 'SIGKILL');
  } catch {
    // ended between being listed and now
  }
}

function bridgeCommands(): readonly string[] {
  return Object.values(links).flatMap(({ bridge, gateway, gateway6 }) => [
    `link add ${bridge} type bridge forward_delay 0`,
    `addr add ${gateway}/24 dev ${bridge}`,
    ...(gateway6 === undefined ? [] : [`addr add ${gateway6}/64 dev ${bridge} nodad`]),
    `link set ${bridge} up`,
  ]);
}

async function connectHost(host: Host): Promise<void> {
  const { bridge, gateway } = links[host.link];
  if (host === hosts.client) {
    await batch(host.namespace, [`tuntap add dev ${clientTap} mode tap`]);
    await batch(routerNamespace, [
      `tuntap add dev ${routerTap} mode tap`,
      `link set ${routerTap} master ${bridge}`,
      `link set ${routerTap} up`,
    ]);
  } else {
    const port = host.namespace.slice(0, 15);
    await batch(routerNamespace, [
      `link add ${port} type veth peer name eth0 netns ${host.namespace}`,
      `link set ${port} master ${bridge}`,
      `link set ${port} up`,
    ]);
  }
  await batch(host.namespace, [
    'link set eth0 up',
    ...host.addresses.map((each) => `addr add ${each}/24 dev eth0`),
    ...(host.address6 === undefined ? [] : [`addr add ${host.address6}/64 dev eth0 nodad`]),
    `route add default via ${gateway}`,
  ]);
}

/** Adds addresses to a host that is already connected. */
export async function addAddresses(host: Host, addresses: readonly string[]): Promise<void> {
  await batch(
    host.namespace,
    addresses.map((each) => `addr add ${each}/24 dev eth0`),
  );
}

/** One `ip` process for many commands: the network is built in well under a second. */
async function batch(namespace: string, commands: readonly string[]): Promise<void> {
  await must(['ip', '-n', namespace, '-batch', '-'], { input: `${commands.join('\n')}\n` });
}

function writeEtcFiles(): void {
  for (const { namespace } of allHosts) {
    mkdirSync(`/etc/netns/${namespace}`, { recursive: true });
    writeEtc(namespace, 'resolv.conf', resolvConf(namespace));
    writeEtc(namespace, 'hosts', '127.0.0.1 localhost\n::1 localhost\n');
    writeEtc(namespace, 'krb5.conf', krb5Conf);
  }
}

function writeEtc(namespace: string, name: string, text: string): void {
  // A file that does not exist in /etc cannot be bound over, and `ip netns exec` complains about each.
  if (readdirSync('/etc').includes(name)) writeFileSync(`/etc/netns/${namespace}/${name}`, text);
}

function resolvConf(namespace: string): string {
  // The DCs find each other by records that only the Active Directory's own DNS has.
  if (namespace === hosts.dc1.namespace) return `search ${domain}\nnameserver ${address.dc1}\n`;
  if (namespace === hosts.dc2.namespace) return `search ${domain}\nnameserver ${address.dc1}\n`;
  const isClient = clientNames.some((name) => hosts[name].namespace === namespace);
  return isClient
    ? `search ${domain} alt.example lame.example\nnameserver ${address.dns}\n`
    : `nameserver ${address.dns}\n`;
}

const krb5Conf = `[libdefaults]
  default_realm = ${realm}
  dns_lookup_realm = false
  dns_lookup_kdc = true
  rdns = false
`;

/** Waits for a TCP port to accept, seen from inside a namespace. */
export async function portOpens(namespace: string, host: string, port: number, timeout: number): Promise<void> {
  const attempt = ['ip', 'netns', 'exec', namespace, 'bash', '-c', `exec 3<>/dev/tcp/${host}/${port}`];
  let last = '';
  await until(
    `${host}:${port} to accept connections`,
    async () => {
      const { code, stderr, timedOut } = await run(attempt, { timeout: 2_000 });
      last = `the last attempt ${timedOut ? 'got no answer' : `ended with ${code}`}: ${stderr}`;
      return code === 0 ? true : undefined;
    },
    { timeout, explain: () => last },
  );
}
