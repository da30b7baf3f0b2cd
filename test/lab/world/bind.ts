import { mkdirSync, readFileSync } from 'node:fs';
import { address, hosts } from './hosts.ts';
import { statePath, writeState } from './paths.ts';
import { inside, run, startDaemon } from './run.ts';
import { until } from './until.ts';
import { type Zones, zoneFile } from './zones.ts';

const brokenZone = 'servfail.example';
const namedLog = () => statePath('log', 'named.log');

/**
 * Starts the name server of the world. It is resolver and authority in one, with a root zone of its own, so that it
 * answers every name at once and never asks outside.
 *
 * @param signed zones that are signed already, and the file of each
 */
export async function startBind(zones: Zones, signed: Readonly<Record<string, string>>): Promise<void> {
  mkdirSync(statePath('bind'), { recursive: true });
  for (const [zone, records] of Object.entries(zones)) writeState(`bind/${fileName(zone)}`, zoneFile(records));
  // No SOA: named keeps running and answers SERVFAIL for this zone.
  writeState('bind/broken.zone', '@ A 10.77.1.1\n');
  const config = writeState('bind/named.conf', namedConf({ ...fileNames(zones), ...signed }));
  startDaemon(hosts.dns.namespace, ['named', '-g', '-n', '2', '-c', config], namedLog());
  await until('named to answer', async () => ((await answers()) ? true : undefined), { timeout: 15_000 });
  complainAboutZones();
}

/** named goes on without a zone that it cannot load, and half the tests would then fail for the wrong reason. */
function complainAboutZones(): void {
  const complaints = readFileSync(namedLog(), 'utf8')
    .split('\n')
    .filter((line) => line.includes('not loaded due to errors') && !line.includes(brokenZone));
  if (complaints.length > 0) throw new Error(complaints.join('\n'));
}

async function answers(): Promise<boolean> {
  const dig = ['dig', '+short', '+time=1', '+tries=1', `@${address.dns}`, 'mail.corp.example', 'A'];
  const result = await run(inside(hosts.mail.namespace, dig));
  return result.stdout.trim() === address.mail;
}

const fileNames = (zones: Zones) => Object.fromEntries(Object.keys(zones).map((zone) => [zone, fileName(zone)]));
const fileName = (zone: string) => (zone === '.' ? 'root.zone' : `${zone}.zone`);

function namedConf(files: Readonly<Record<string, string>>): string {
  const primaries = Object.entries(files).map(([zone, file]) => `  zone "${zone}" { type primary; file "${file}"; };`);
  return `options {
  directory "${statePath('bind')}";
  pid-file "${statePath('bind', 'named.pid')}";
  session-keyfile "${statePath('bind', 'session.key')}";
  listen-on { any; };
  listen-on-v6 { any; };
  dnssec-validation no;
  empty-zones-enable no;
  notify no;
  minimal-responses yes;
  // Stable order: a test can rely on which address of a name comes first.
  rrset-order { order none; };
};
controls { };
view "refuser" {
  match-destinations { ${address.refuser}; };
  recursion no;
  allow-query { none; };
};
view "world" {
  match-clients { any; };
  recursion yes;
  allow-query { any; };
  allow-recursion { any; };
  allow-query-cache { any; };
${primaries.join('\n')}
  zone "${brokenZone}" { type primary; file "broken.zone"; };
};
`;
}
