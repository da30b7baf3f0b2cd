import { copyFileSync, mkdirSync, readFileSync } from 'node:fs';
import { address, hosts } from './hosts.ts';
import { statePath, writeState } from './paths.ts';
import { signedZones } from './published.ts';
import { inside, must, run, startDaemon } from './run.ts';
import { until } from './until.ts';
import { zoneFile } from './zones.ts';

/** Where the client's own resolver listens, which validates. */
export const validatingResolver = '127.0.0.1';

const trusted = 'signed.example';
const meddled = 'bogus.example';

/**
 * Signs the zones (RFC 4035 2) for the name server to load.
 *
 * @returns zone → file
 */
export async function signZones(): Promise<Readonly<Record<string, string>>> {
  mkdirSync(statePath('bind', 'keys'), { recursive: true });
  const files: Record<string, string> = {};
  for (const [zone, records] of Object.entries(signedZones)) {
    const unsigned = writeState(`bind/${zone}.unsigned`, zoneFile(records));
    const keys = statePath('bind', 'keys');
    const key = ['dnssec-keygen', '-q', '-K', keys, '-a', 'ECDSAP256SHA256', '-f', 'KSK', '-n', 'ZONE', zone];
    const base = (await must(key)).trim();
    copyFileSync(statePath('bind', 'keys', `${base}.key`), statePath('bind', 'keys', `${zone}.key`));
    const signed = statePath('bind', `${zone}.signed`);
    // -S takes the key and puts it into the zone; -z lets the one key sign everything.
    await must(['dnssec-signzone', '-S', '-z', '-K', keys, '-d', keys, '-o', zone, '-f', signed, unsigned]);
    files[zone] = signed;
  }
  return files;
}

/** Starts a resolver on the client itself that asks the world's name server and validates what it says. */
export async function startValidatingResolver(): Promise<void> {
  mkdirSync(statePath('validator'), { recursive: true });
  const config = writeState('validator/named.conf', validatorConf());
  startDaemon(hosts.client.namespace, ['named', '-g', '-n', '1', '-c', config], statePath('log', 'validator.log'));
  const ask = ['dig', '+time=1', '+tries=1', '+dnssec', `@${validatingResolver}`, '_imaps._tcp.signed.example', 'SRV'];
  const answers = async () => {
    const { stdout } = await run(inside(hosts.client.namespace, ask));
    return /flags:[^;]* ad\b/.test(stdout) ? true : undefined;
  };
  await until('the validating resolver to vouch for an answer', answers, { timeout: 15_000 });
}

// Of the zone that was meddled with it trusts a key that did not sign it.
function validatorConf(): string {
  const key = publicKey(trusted);
  return `options {
  directory "${statePath('validator')}";
  pid-file "${statePath('validator', 'named.pid')}";
  session-keyfile "${statePath('validator', 'session.key')}";
  listen-on { ${validatingResolver}; };
  listen-on-v6 { none; };
  forward only;
  forwarders { ${address.dns}; };
  dnssec-validation yes;
  empty-zones-enable no;
};
controls { };
trust-anchors {
  ${trusted}. static-key ${key};
  ${meddled}. static-key ${key};
};
`;
}

/** Flags, protocol, algorithm and key, as `trust-anchors` has them. */
function publicKey(zone: string): string {
  const text = readFileSync(statePath('bind', 'keys', `${zone}.key`), 'utf8');
  const [, numbers = '', key = ''] = /DNSKEY\s+(\d+ \d+ \d+)\s+(.+)$/m.exec(text) ?? [];
  return `${numbers} "${key}"`;
}
